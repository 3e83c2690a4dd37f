package se.fristad.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.Municipality;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// Another municipality is asked to take the matter over, or asks us: the request in writing has
/// been sent, or has come in.
abstract class TransferForm implements StepForm {
  private static final int MOST = 4_000;
  private static final String OTHER = "other";

  private final Transfers transfers;
  private final TransferRows.Direction direction;

  TransferForm(Transfers transfers, TransferRows.Direction direction) {
    this.transfers = transfers;
    this.direction = direction;
  }

  /// We ask.
  @StaffFace
  @Component
  static class Away extends TransferForm {
    Away(Transfers transfers) {
      super(transfers, TransferRows.Direction.AWAY);
    }
  }

  /// We are asked.
  @StaffFace
  @Component
  static class Here extends TransferForm {
    Here(Transfers transfers) {
      super(transfers, TransferRows.Direction.HERE);
    }
  }

  @Override
  public String kind() {
    return "transfer_" + direction.code();
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open()
            && at.reading().transfers().stream()
                .map(Reading.Seen::row)
                .noneMatch(row -> row.direction() == direction && row.open())
        ? once(texts)
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("municipality", "code", "asked_on", "wish", "why");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("asked_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    List<Option> all = new ArrayList<>();
    for (Municipality one : Municipality.ofUppsalaCounty()) {
      if (!one.code().code().equals(at.reading().file().municipality())) {
        all.add(Option.of(one.code().code(), one.name()));
      }
    }
    all.add(Option.of(OTHER, texts.t("casework.step.transfer.municipality.other")));
    sheet.select(field(sheet, "municipality", true), all);
    sheet.digits(field(sheet, "code", false), 4);
    sheet.day(field(sheet, "asked_on", true));
    sheet.area(field(sheet, "wish", true), 3, MOST);
    sheet.area(field(sheet, "why", true), 5, MOST);
  }

  private static Field field(Sheet sheet, String name, boolean demanded) {
    Field field = sheet.field(name, "casework.step.transfer." + name);
    return demanded ? sheet.demanded(field, CaseRule.TRANSFER_IS_ASKED_IN_WRITING) : field;
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    String chosen = sent.value("municipality");
    Transfers.Request request =
        new Transfers.Request(
            direction,
            chosen.equals(OTHER) ? sent.value("code").strip() : chosen,
            sent.day("asked_on"),
            sent.text("wish", MOST),
            sent.text("why", MOST));
    return sent.step(() -> transfers.ask(viewer, file, request));
  }
}
