package se.fristad.casework;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Colleagues;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.outgoing.Hours;
import se.fristad.outgoing.SafeContact;
import se.fristad.page.Described;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;

/// Somebody comes along (*ledsagning*): the safe time first, then where and when, who goes, what
/// she must know.
@StaffFace
@Component
class AccompanyForm implements StepForm {
  static final String KIND = "accompany";

  private static final int MOST_LINE = 300;
  private static final int MOST_RISK = 2_000;

  private final Road road;
  private final Colleagues colleagues;

  AccompanyForm(Road road, Colleagues colleagues) {
    this.road = road;
    this.colleagues = colleagues;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int order() {
    return 44;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open() ? once(texts) : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of(
        "occasion",
        "where",
        "meet",
        "day",
        "safe_from",
        "safe_until",
        "from",
        "until",
        "staff",
        "second",
        "risk",
        "police",
        "police_words");
  }

  /// The safe time begins with the one in which she may be called, if she has said one.
  @Override
  public TypedForm begun(At at) {
    return at.reading().person().reach().rule() instanceof SafeContact.Agreed rule
            && rule.hours()
                instanceof Hours.Within(Set<DayOfWeek> _, LocalTime from, LocalTime until)
        ? TypedForm.empty().with("safe_from", from.toString()).with("safe_until", until.toString())
        : TypedForm.empty();
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    Reading reading = at.reading();
    if (Accompaniments.needsTwo(
        reading.file(), reading.links(), Accompaniment.Occasion.OTHER, at.today())) {
      sheet.notice(Tone.DANGER, texts.t("casework.step.accompany.danger"));
    }
    List<Described> dangerous =
        reading.links().stream()
            .filter(link -> !link.ended() && link.danger() == Link.Danger.DANGEROUS)
            .map(link ->
                new Described(
                    texts.t("casework.link.danger.dangerous"),
                    texts.t(
                        "casework.file.never.one",
                        link.name().reveal(),
                        texts.t("casework.link.bond." + link.bond().code()))))
            .toList();
    sheet.told(dangerous);
    sheet.choice(
        sheet.needed("occasion"),
        sheet.options(
            "casework.accompany.occasion",
            Accompaniment.Occasion.values(),
            Accompaniment.Occasion::code));
    sheet.line(sheet.needed("where"), MOST_LINE);
    sheet.line(sheet.field("meet"), MOST_LINE);
    sheet.part("safe");
    sheet.day(sheet.needed("day"));
    sheet.together(() -> {
      sheet.time(sheet.demanded("safe_from", CaseRule.ACCOMPANIED_IN_SAFE_TIME));
      sheet.time(sheet.demanded("safe_until", CaseRule.ACCOMPANIED_IN_SAFE_TIME));
    });
    sheet.together(() -> {
      sheet.time(sheet.needed("from"));
      sheet.time(sheet.needed("until"));
    });
    sheet.part("who");
    List<Option> staff =
        colleagues.with(Accompaniments.ROLES).stream()
            .map(one -> Option.of(one.id().toString(), one.name().reveal()))
            .toList();
    sheet.select(sheet.needed("staff"), staff);
    sheet.select(sheet.field("second"), staff);
    sheet.area(sheet.demanded("risk", CaseRule.WHO_GOES_IS_SAFE), 4, MOST_RISK);
    sheet.part("police");
    sheet.choice(
        sheet.needed("police"),
        sheet.options(
            "casework.accompany.police",
            Accompaniment.Police.values(),
            Accompaniment.Police::code));
    sheet.line(sheet.field("police_words"), MOST_LINE);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Instant from = sent.moment("day", "from");
    List<String> times = new ArrayList<>(List.of("until", "safe_from", "safe_until"));
    List<Instant> moments = new ArrayList<>();
    // the day is read once, so that it is refused once
    for (String time : times) {
      moments.add(sent.sameDay("day", time));
    }
    UUID staff = colleague(sent, "staff");
    UUID second = sent.has("second") ? colleague(sent, "second") : null;
    if (staff == null) {
      sent.refuse(Refusal.unreadable("staff", "casework.wrong.choose"));
      staff = new UUID(0, 0);
    }
    Accompaniment one =
        new Accompaniment(
            sent.one("occasion", Accompaniment.Occasion.values(), Accompaniment.Occasion::code),
            sent.text("where", MOST_LINE),
            sent.text("meet", MOST_LINE),
            from,
            moments.get(0),
            moments.get(1),
            moments.get(2),
            staff,
            second,
            sent.text("risk", MOST_RISK),
            sent.one("police", Accompaniment.Police.values(), Accompaniment.Police::code),
            sent.text("police_words", MOST_LINE));
    return sent.step(() -> road.accompany(viewer, file, one));
  }

  /// Whoever was chosen; whether she may go is for the rules to say.
  private static @Nullable UUID colleague(Sent sent, String name) {
    return Read.id(sent.value(name)).orElse(null);
  }
}
