import PostalMime, { type Email } from "postal-mime";
import { environment } from "./environment.ts";

interface Listing {
  messages: Record<string, { To: string[]; RawMessage?: string }[]>;
}

/** The mails to this address that lie in the engine's outbox, oldest first. */
export async function mailsTo(address: string): Promise<Email[]> {
  const answer = await fetch(`${environment.engineUrl}/_ministack/ses/messages`);
  const listing = (await answer.json()) as Listing;
  const raw = Object.values(listing.messages)
    .flat()
    .filter((mail) => mail.To.includes(address))
    .flatMap((mail) => mail.RawMessage ?? []);
  return Promise.all(raw.map((text) => PostalMime.parse(Buffer.from(text, "base64"))));
}
