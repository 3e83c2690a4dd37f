package se.fristad.page;

/// Nothing is new since the page looked last (204): what stands there stays.
public record Unchanged() implements Reply {}
