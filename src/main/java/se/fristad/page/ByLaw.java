package se.fristad.page;

/// That the law demands an answer: the paragraph as it is cited, and in a sentence why. Shown
/// beside the label, the sentence on demand.
public record ByLaw(String paragraph, String why) {}
