import type { Namespace, Socket } from "socket.io";
import { AppError, refusalOf } from "../app-error.ts";
import type { Actor, Context } from "../context.ts";
import type { Log } from "../log.ts";
import { createAllowance } from "./allowance.ts";
import type { Attendance, Person } from "./attendance.ts";
import { homeOf } from "./rooms.ts";
import type { Signal } from "./signals.ts";

/** Who may connect to a namespace, what they hear and what they may say. */
interface Opening<C> {
  authenticate(socket: Socket): Promise<C>;
  personOf(ctx: C): Person | null;
  attendance: Attendance;
  /** Beside the person's own. */
  roomsOf(ctx: C): string[];
  signals: Signal[];
}

/** Each signal costs a question to the database. What somebody types or looks at changes less often than this. */
const signalBurst = 30;
const signalsPerSecond = 5;

/**
 * Opens it: before this, nobody can connect. Gives back how those who are connected are authenticated again, everybody or whose sign-in has ended.
 */
export function openNamespace<C extends Context>(
  namespace: Namespace,
  here: string,
  log: Log,
  { authenticate, personOf, attendance, roomsOf, signals }: Opening<C>,
): (everybody: boolean) => void {
  const contexts = new WeakMap<Socket, C>();
  const recheck = (socket: Socket): void => {
    authenticate(socket).then(
      ({ actor }) => {
        socket.data.until = untilOf(actor);
      },
      // Whoever cannot be asked about for the moment stays; nothing can be revoked in it either.
      (error) => refusalOf(error).code !== "unavailable" && socket.disconnect(true),
    );
  };
  namespace.use(async (socket, next) => {
    try {
      contexts.set(socket, await authenticate(socket));
      next();
    } catch (error) {
      if (!(error instanceof AppError)) log.error({ err: error }, "socket");
      next(new Error(refusalOf(error).code));
    }
  });
  namespace.on("connection", (socket) => {
    const ctx = contexts.get(socket);
    if (!ctx) return void socket.disconnect(true);
    forgetRequest(socket);
    const person = personOf(ctx);
    socket.join([here, ...roomsOf(ctx)]);
    if (person) attend(socket, person, attendance);
    socket.data.until = untilOf(ctx.actor);
    // Once they hear: what cut others may have come in between.
    recheck(socket);
    const may = createAllowance(signalBurst, signalsPerSecond);
    for (const signal of signals) {
      socket.on(signal.name, (input: unknown) => void (may() && receive(ctx, signal, input, log)));
    }
    const leaving = signals.find(({ name }) => name === "viewing");
    if (leaving) socket.on("disconnect", () => void receive(ctx, leaving, { conversationId: null }, log));
  });
  return (everybody) => {
    for (const socket of namespace.sockets.values()) {
      if (everybody || socket.data.until <= Date.now()) recheck(socket);
    }
  };
}

/** When the credential ends by itself. Where that is a matter of months of silence, never while somebody is here. */
const untilOf = (actor: Actor): number =>
  actor.kind === "agent" ? actor.signIn.until.getTime() : Number.POSITIVE_INFINITY;

function attend(socket: Socket, person: Person, attendance: Attendance): void {
  const home = homeOf(person);
  const isHere = (): boolean => socket.nsp.adapter.rooms.has(home);
  if (!isHere()) attendance.arrived(person);
  socket.data.person = person;
  socket.join(home);
  socket.on("disconnect", () => {
    if (!isHere()) attendance.left(person);
  });
}

/** The handshake has what is needed of the request, which would stay in memory as long as the connection. */
function forgetRequest({ conn }: Socket): void {
  // Typed as always there, documented as nullable: https://socket.io/docs/v4/memory-usage/
  (conn as { request: unknown }).request = null;
}

/** What is malformed or not allowed is dropped without an answer: weather has no errors. */
async function receive(ctx: Context, signal: Signal, input: unknown, log: Log): Promise<void> {
  const parsed = signal.schema.safeParse(input);
  if (!parsed.success) return;
  try {
    // The signal was registered for this audience with this schema.
    await signal.handle(ctx as never, parsed.data as never);
  } catch (error) {
    if (!(error instanceof AppError)) log.error({ err: error, signal: signal.name }, "signal");
  }
}
