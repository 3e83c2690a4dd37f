package se.fristad.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fristad.assessment.Instrument.Band;
import se.fristad.assessment.Instrument.Definition;
import se.fristad.assessment.Instrument.Item;
import se.fristad.assessment.Instrument.Kind;
import se.fristad.assessment.Instrument.Licence;
import se.fristad.assessment.Instrument.Read;
import se.fristad.assessment.Instrument.Section;
import se.fristad.assessment.Instrument.Weighing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the definition of an instrument, and says everything that is wrong with it at once.
///
/// What a definition holds is shown by `assessment/own-initial-risk-1.json`. Read are `id`,
/// `version`, `licence`, `sections`, `method` (`SUM`), `unknown`, `ownEstimate`, `bands`,
/// `overrides`, `validDays`, `reassessOn` and `texts`; what else stands in it is left alone.
final class DefinitionReader {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,60}");
  private static final Pattern ITEM = Pattern.compile("[a-z0-9][a-z0-9_]{0,40}");
  private static final int MOST_WEIGHT = 1000;

  private final Set<String> reasons = new LinkedHashSet<>();

  Read read(String json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException notJson) {
      return new Read.Refused(List.of("assessment.refused.json"));
    }
    Licence licence = licence(root.path("licence"));
    Set<String> unknown = strings(root.path("unknown"));
    Map<String, Weighing> weighings = new LinkedHashMap<>();
    List<Section> sections = sections(root.path("sections"), weighings);
    @Nullable String ownEstimate =
        root.hasNonNull("ownEstimate") ? root.path("ownEstimate").asString("") : null;
    List<Band> bands = bands(root.path("bands"));
    int validDays = root.path("validDays").asInt(0);
    List<String> reassess =
        strings(root.path("reassessOn")).stream().map(event -> "reassess." + event).toList();
    Map<String, Map<String, String>> texts = texts(root.path("texts"));
    String id = root.path("id").asString("");
    String version = root.path("version").asString("");
    require(NAME.matcher(id).matches() && NAME.matcher(version).matches(), "name");
    require(root.path("method").asString("").equals("SUM"), "method");
    require(validDays >= 1 && validDays <= 3660, "valid");
    require(!weighings.isEmpty(), "items");
    require(ownEstimate == null || scale(sections, ownEstimate), "items");
    boolean critical = false;
    boolean second = false;
    for (JsonNode override : root.path("overrides")) {
      switch (override.path("if").asString("")) {
        case "critical" -> {
          critical = true;
          require(
              bands.isEmpty() || level(override.path("level")) == bands.getLast().level(),
              "overrides");
        }
        case "judgement" -> second = override.path("secondPersonToLower").asBoolean(false);
        default -> require(false, "overrides");
      }
    }
    require(
        critical || weighings.values().stream().allMatch(weighing -> weighing.critical() == null),
        "overrides");
    require(told(texts, sections, bands, reassess), "texts");
    if (licence == null || !reasons.isEmpty()) {
      return new Read.Refused(List.copyOf(reasons));
    }
    return new Read.Done(
        new Instrument(
            new Definition(
                id,
                version,
                licence,
                sections,
                weighings,
                unknown,
                ownEstimate,
                bands,
                critical,
                second,
                validDays,
                reassess,
                texts)));
  }

  private void require(boolean holds, String reason) {
    if (!holds) {
      reasons.add("assessment.refused." + reason);
    }
  }

  private @Nullable Licence licence(JsonNode node) {
    String holder = node.path("holder").asString("").strip();
    String text = node.path("text").asString("").strip();
    boolean whole =
        !holder.isEmpty() && !text.isEmpty() && node.path("redistributable").isBoolean();
    require(whole, "licence");
    return whole ? new Licence(holder, text, node.path("redistributable").asBoolean()) : null;
  }

  private List<Section> sections(JsonNode nodes, Map<String, Weighing> weighings) {
    List<Section> sections = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode node : nodes) {
      List<Item> items = new ArrayList<>();
      for (JsonNode item : node.path("items")) {
        Item read = item(item);
        require(seen.add(read.id()), "items");
        items.add(read);
        weighing(item, read, weighings);
      }
      String id = node.path("id").asString("");
      require(ITEM.matcher(id).matches() && seen.add(id) && !items.isEmpty(), "items");
      sections.add(new Section(id, items));
    }
    return List.copyOf(sections);
  }

  private Item item(JsonNode node) {
    String id = node.path("id").asString("");
    String type = node.path("type").asString("");
    List<String> options = List.copyOf(strings(node.path("options")));
    int least = node.path("least").asInt(0);
    int most = node.path("most").asInt(0);
    Kind kind =
        Stream.of(Kind.values())
            .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(type))
            .findFirst()
            .orElse(null);
    require(
        kind != null
            && ITEM.matcher(id).matches()
            && (kind == Kind.CHOICE) == (options.size() > 1)
            && (kind != Kind.SCALE || (least >= 0 && most > least)),
        "items");
    return new Item(id, kind == null ? Kind.TEXT : kind, options, least, most);
  }

  private void weighing(JsonNode node, Item item, Map<String, Weighing> weighings) {
    Map<String, Integer> weights = new HashMap<>();
    for (var weight : node.path("weight").properties()) {
      int weighs = weight.getValue().asInt(-1);
      require(
          weighs >= 0 && weighs <= MOST_WEIGHT && item.options().contains(weight.getKey()),
          "items");
      weights.put(weight.getKey(), weighs);
    }
    @Nullable String critical =
        node.hasNonNull("critical") ? node.path("critical").asString("") : null;
    require(critical == null || item.options().contains(critical), "items");
    if (!weights.isEmpty() || critical != null) {
      weighings.put(item.id(), new Weighing(Map.copyOf(weights), critical));
    }
  }

  private static boolean scale(List<Section> sections, String id) {
    return sections.stream()
        .flatMap(section -> section.items().stream())
        .anyMatch(item -> item.id().equals(id) && item.kind() == Kind.SCALE);
  }

  /// The bands rise, have no hole between them, and the last has no end.
  private List<Band> bands(JsonNode nodes) {
    List<Band> bands = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    int below = -1;
    boolean open = false;
    for (JsonNode node : nodes) {
      Level level = level(node.path("level"));
      @Nullable Integer most = node.path("max").isInt() ? (Integer) node.path("max").asInt() : null;
      String code =
          node.hasNonNull("code")
              ? node.path("code").asString("")
              : level == null ? "" : level.code();
      require(
          !open
              && level != null
              && (most == null || most > below)
              && (bands.isEmpty() || level.compareTo(bands.getLast().level()) >= 0)
              && ITEM.matcher(code).matches()
              && codes.add(code),
          "bands");
      open = most == null;
      below = most == null ? below : most;
      bands.add(
          new Band(
              most,
              level == null ? Level.HIGH : level,
              code,
              node.hasNonNull("proposal") ? node.path("proposal").asString("") : null));
    }
    require(open, "bands");
    return List.copyOf(bands);
  }

  private static @Nullable Level level(JsonNode node) {
    return Stream.of(Level.values())
        .filter(level -> level.code().equals(node.asString("")))
        .findFirst()
        .orElse(null);
  }

  private static Set<String> strings(JsonNode nodes) {
    Set<String> strings = new LinkedHashSet<>();
    nodes.forEach(node -> strings.add(node.asString("")));
    return strings;
  }

  private static Map<String, Map<String, String>> texts(JsonNode node) {
    Map<String, Map<String, String>> texts = new LinkedHashMap<>();
    for (var language : node.properties()) {
      Map<String, String> told = new HashMap<>();
      for (var text : language.getValue().properties()) {
        told.put(text.getKey(), text.getValue().asString("").strip());
      }
      texts.put(language.getKey(), Map.copyOf(told));
    }
    return texts;
  }

  /// Whether each language says everything that a page asks for.
  private static boolean told(
      Map<String, Map<String, String>> texts,
      List<Section> sections,
      List<Band> bands,
      List<String> reassess) {
    Set<String> asked = new LinkedHashSet<>(Set.of("title"));
    asked.addAll(reassess);
    bands.stream()
        .filter(band -> band.proposal() != null)
        .forEach(band -> asked.add("proposal." + band.proposal()));
    bands.stream()
        .filter(band -> !band.code().equals(band.level().code()))
        .forEach(band -> asked.add("band." + band.code()));
    sections.forEach(section -> {
      asked.add(section.id());
      section.items().forEach(item -> asked.add(item.id()));
    });
    return !texts.isEmpty()
        && texts.values().stream()
            .allMatch(told ->
                asked.stream().noneMatch(key -> told.getOrDefault(key, "").isEmpty())
                    && sections.stream()
                        .flatMap(section -> section.items().stream())
                        .allMatch(item ->
                            item.options().stream()
                                .allMatch(option ->
                                    told.containsKey(item.id() + "." + option)
                                        || told.containsKey("option." + option))));
  }
}
