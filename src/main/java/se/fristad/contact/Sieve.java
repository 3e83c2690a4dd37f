package se.fristad.contact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fristad.contact.facts.Channel;
import se.fristad.page.Language;

/// What of an inbox is shown and in which order. It stands in the page's address, so that it can be
/// kept, shared and gone back to. What cannot be read there filters nothing.
///
/// @param channel only this one; empty for all
/// @param language only this one, a code; empty for all
/// @param about only this door, a code; empty for all
/// @param danger only what is marked as dangerous
/// @param owner whose
/// @param sort by which column
/// @param descending the other way round
public record Sieve(
    String channel,
    String language,
    String about,
    boolean danger,
    Owner owner,
    Sort sort,
    boolean descending) {
  /// Whose contacts are shown.
  public enum Owner {
    /// Everybody's.
    ALL,
    /// One's own.
    MINE,
    /// Nobody's yet.
    NOBODY;

    /// As it stands in the address.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The columns by which an inbox is sorted; never by a name.
  public enum Sort {
    /// Danger first, then who has waited longest: what is most urgent.
    URGENT("h.danger is true desc, t.waiting_since nulls last, t.begun_at desc"),
    /// When it began.
    AGE("t.begun_at"),
    /// Language.
    LANGUAGE("coalesce(h.language, t.language), t.begun_at"),
    /// Channel.
    CHANNEL("coalesce(h.channel, 'chat'), t.begun_at"),
    /// Nobody's first.
    OWNER("h.owner is not null, t.begun_at");

    private final String order;

    Sort(String order) {
      this.order = order;
    }

    /// As it stands in the address.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Everything, the most urgent first.
  public static Sieve everything() {
    return new Sieve("", "", "", false, Owner.ALL, Sort.URGENT, false);
  }

  /// Reads an address.
  public static Sieve of(Map<String, String[]> asked) {
    return new Sieve(
        one(asked, "channel")
            .filter(code -> Stream.of(Channel.values()).anyMatch(one -> one.code().equals(code)))
            .orElse(""),
        one(asked, "language").filter(languages()::contains).orElse(""),
        one(asked, "about").filter(code -> About.of(code).isPresent()).orElse(""),
        one(asked, "danger").filter("1"::equals).isPresent(),
        one(asked, "owner")
            .flatMap(
                code -> Stream.of(Owner.values()).filter(o -> o.code().equals(code)).findFirst())
            .orElse(Owner.ALL),
        one(asked, "sort")
            .flatMap(
                code -> Stream.of(Sort.values()).filter(s -> s.code().equals(code)).findFirst())
            .orElse(Sort.URGENT),
        one(asked, "down").filter("1"::equals).isPresent());
  }

  /// Every language in which somebody may have written or spoken, as codes.
  public static List<String> languages() {
    return Stream.concat(Calls.LANGUAGES.stream(), Stream.of(Language.values()).map(Language::code))
        .distinct()
        .toList();
  }

  private static Optional<String> one(Map<String, String[]> asked, String name) {
    return Optional.ofNullable(asked.get(name)).filter(all -> all.length > 0).map(all -> all[0]);
  }

  /// Whether anything is left out.
  public boolean filters() {
    return !channel.isEmpty()
        || !language.isEmpty()
        || !about.isEmpty()
        || danger
        || owner != Owner.ALL;
  }

  /// The same, sorted by another column; by the same one, the other way round.
  public Sieve sortedBy(Sort by) {
    return new Sieve(channel, language, about, danger, owner, by, by == sort && !descending);
  }

  /// As it stands in an address, without a question mark; empty for everything.
  public String query() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("channel", channel);
    parts.put("language", language);
    parts.put("about", about);
    parts.put("danger", danger ? "1" : "");
    parts.put("owner", owner == Owner.ALL ? "" : owner.code());
    parts.put("sort", sort == Sort.URGENT ? "" : sort.code());
    parts.put("down", descending ? "1" : "");
    return parts.entrySet().stream()
        .filter(part -> !part.getValue().isEmpty())
        .map(part ->
            part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /// The order as SQL: a constant of ours, turned round by its first part when asked.
  String order() {
    if (!descending) {
      return sort.order;
    }
    return switch (sort) {
      case URGENT -> "h.danger is true, t.waiting_since desc nulls first, t.begun_at";
      case AGE -> "t.begun_at desc";
      case LANGUAGE -> "coalesce(h.language, t.language) desc, t.begun_at desc";
      case CHANNEL -> "coalesce(h.channel, 'chat') desc, t.begun_at desc";
      case OWNER -> "h.owner is null, t.begun_at desc";
    };
  }
}
