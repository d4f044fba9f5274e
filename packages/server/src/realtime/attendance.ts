/** Who a socket belongs to. API keys are nobody. */
export interface Person {
  workspaceId: string;
  audience: "contact" | "team";
  id: string;
}

/** Is told of everybody's first socket on this node, and of their last one's end. */
export interface Attendance {
  arrived(person: Person): void;
  left(person: Person): void;
}

/** Everybody who has a socket on this node. */
export interface People extends Iterable<Person> {
  has(person: Person): boolean;
}
