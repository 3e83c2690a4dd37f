package se.fristad.page;

/// A word and what it is here: one line of a description list.
public record Described(String term, String value) {}
