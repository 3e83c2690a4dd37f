package se.fristad.contact;

/// A call that is promised and not yet made: to whom and when, nothing of what was said.
public record CallDue(ThreadId thread, Queue queue, Agreed.Wish wish) {}
