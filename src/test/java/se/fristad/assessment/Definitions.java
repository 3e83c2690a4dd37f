package se.fristad.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Definitions for the tests. Those that have somebody else's bands have none of their words.
final class Definitions {
  /// Bands at 4 and 9, one critical question, two persons to go down; sums from 0 to 13.
  static final String BANDS =
      """
      {
        "id": "test.bands", "version": "1.0",
        "licence": {"holder": "Test", "text": "CC0-1.0", "redistributable": true},
        "method": "SUM",
        "unknown": ["unknown"],
        "sections": [{"id": "all", "items": [
          {"id": "q1", "type": "choice", "options": ["yes", "no", "unknown"], "weight": {"yes": 3}, "critical": "yes"},
          {"id": "q2", "type": "choice", "options": ["yes", "no", "unknown"], "weight": {"yes": 3}},
          {"id": "q3", "type": "choice", "options": ["yes", "no", "unknown"], "weight": {"yes": 1}},
          {"id": "q4", "type": "choice", "options": ["none", "much", "most", "unknown"], "weight": {"much": 5, "most": 6}},
          {"id": "q5", "type": "choice", "options": ["yes", "no", "unknown"]},
          {"id": "q6", "type": "scale", "least": 0, "most": 10},
          {"id": "q7", "type": "text"}
        ]}],
        "ownEstimate": "q6",
        "bands": [{"max": 4, "level": "low"}, {"max": 9, "level": "medium"}, {"max": null, "level": "high"}],
        "overrides": [{"if": "critical", "level": "high"}, {"if": "judgement", "secondPersonToLower": true}],
        "validDays": 30,
        "reassessOn": ["threat"],
        "texts": {"en": {"title": "Bands", "all": "All", "reassess.threat": "a threat",
          "q1": "1", "q2": "2", "q3": "3", "q4": "4", "q5": "5", "q6": "6", "q7": "7",
          "option.yes": "Yes", "option.no": "No", "option.unknown": "Not known",
          "option.none": "None", "option.much": "Much", "option.most": "Most"}}
      }
      """;

  /// Twenty-four questions of the same weight, and 14 to be called together over.
  static final String TWENTY_FOUR =
      plain(
          "test.twenty-four",
          24,
          """
          [{"max": 9, "level": "low", "code": "standard"},
           {"max": 13, "level": "medium"},
           {"max": null, "level": "high", "proposal": "call_conference"}]
          """,
          "\"band.standard\": \"Standard\", \"proposal.call_conference\": \"Call a samråd\"");

  /// Twenty questions and four bands with names of their own.
  static final String FOUR_BANDS =
      plain(
          "test.four-bands",
          20,
          """
          [{"max": 7, "level": "low", "code": "variable"},
           {"max": 13, "level": "medium", "code": "increased"},
           {"max": 17, "level": "high", "code": "severe"},
           {"max": null, "level": "high", "code": "extreme"}]
          """,
          "\"band.variable\": \"Variable\", \"band.increased\": \"Increased\","
              + " \"band.severe\": \"Severe\", \"band.extreme\": \"Extreme\"");

  private Definitions() {}

  static Instrument of(String json) {
    Instrument.Read read = Instrument.read(json);
    assertThat(read).isInstanceOf(Instrument.Read.Done.class);
    return ((Instrument.Read.Done) read).instrument();
  }

  /// Answers to a plain instrument: so many times yes, the rest no.
  static Answers yes(int times, int of) {
    Map<String, String> values = new HashMap<>();
    for (int i = 1; i <= of; i++) {
      values.put("q" + i, i <= times ? "yes" : "no");
    }
    return new Answers(values);
  }

  private static String plain(String id, int questions, String bands, String texts) {
    String items =
        IntStream.rangeClosed(1, questions)
            .mapToObj(i ->
                """
                {"id": "q%d", "type": "choice", "options": ["yes", "no", "unknown"], "weight": {"yes": 1}}
                """
                    .formatted(i))
            .collect(Collectors.joining(","));
    String words =
        IntStream.rangeClosed(1, questions)
            .mapToObj(i -> "\"q%d\": \"%d\"".formatted(i, i))
            .collect(Collectors.joining(","));
    return """
    {
      "id": "%s", "version": "1.0",
      "licence": {"holder": "Test", "text": "Not to be passed on", "redistributable": false},
      "method": "SUM",
      "unknown": ["unknown"],
      "sections": [{"id": "all", "items": [%s]}],
      "bands": %s,
      "overrides": [{"if": "judgement"}],
      "validDays": 90,
      "reassessOn": [],
      "texts": {"en": {"title": "Plain", "all": "All", %s, %s,
        "option.yes": "Yes", "option.no": "No", "option.unknown": "Not known"}}
    }
    """
        .formatted(id, items, bands, words, texts);
  }
}
