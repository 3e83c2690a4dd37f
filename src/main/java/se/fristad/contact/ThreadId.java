package se.fristad.contact;

import java.util.UUID;

/// The id of a thread. It names a conversation, never a person.
public record ThreadId(UUID value) {}
