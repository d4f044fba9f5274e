const windowMs = 60_000;
const maxVotes = 30;

/** Votes without a session cannot be told apart: so many a minute for an article are people, more are a script. */
export function createVoteLimit(now: () => Date): (article: string) => boolean {
  let votes = new Map<string, number>();
  let startedAt = 0;
  return (article) => {
    const instant = now().getTime();
    if (instant - startedAt > windowMs) {
      votes = new Map();
      startedAt = instant;
    }
    const count = (votes.get(article) ?? 0) + 1;
    votes.set(article, count);
    return count <= maxVotes;
  };
}
