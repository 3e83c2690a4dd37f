package se.fristad.contact.front;

import java.time.Instant;
import se.fristad.vault.Confidential;

/// One message as its page may show it.
///
/// @param seq its place in the conversation, from 1
/// @param fromPerson whether the person herself wrote it; otherwise one of us did
/// @param at when we received it, by the database's clock
/// @param words what it says
public record Line(int seq, boolean fromPerson, Instant at, Confidential words) {}
