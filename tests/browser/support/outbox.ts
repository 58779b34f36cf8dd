import PostalMime, { type Email } from "postal-mime";
import { environment } from "./environment.ts";

interface Sent {
  To: string[];
  RawMessage: string | null;
}

/** What was read of the outbox so far; each look reads on from there. */
const known: Sent[] = [];

/** The mails to this address that lie in the engine's outbox, oldest first. */
export async function mailsTo(address: string): Promise<Email[]> {
  const after = known.length;
  const answer = await fetch(`${environment.engineUrl}/_control/outbox`, {
    method: "POST",
    body: JSON.stringify({ after }),
  });
  if (!answer.ok) throw new Error(`the outbox: ${answer.status} ${await answer.text()}`);
  const fresh = (await answer.json()) as Sent[];
  known.splice(after, known.length - after, ...fresh);
  const raw = known
    .filter((mail) => mail.To.includes(address))
    .flatMap((mail) => mail.RawMessage ?? []);
  return Promise.all(raw.map((text) => PostalMime.parse(Buffer.from(text, "base64"))));
}
