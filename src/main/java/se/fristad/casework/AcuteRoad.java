package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.SupportType;
import se.fristad.vault.Confidential;

/// The short road of somebody who is in danger now: protection before anything is investigated
/// (A-MOT-16). [Road] is the long one.
@StaffFace
@Component
public class AcuteRoad {
  /// What can be given at once: a shelter, another roof for the night (*jourboende*), and somebody
  /// who comes along (*ledsagning*).
  public static final Set<SupportType> KINDS =
      Collections.unmodifiableSet(
          EnumSet.of(SupportType.SHELTER, SupportType.TEMPORARY_HOUSING, SupportType.GUIDANCE));

  private final AcuteProtections protections;
  private final AcuteOpenings openings;
  private final Duty duty;
  private final NightEvents nights;

  AcuteRoad(AcuteProtections protections, AcuteOpenings openings, Duty duty, NightEvents nights) {
    this.protections = protections;
    this.openings = openings;
    this.duty = duty;
    this.nights = nights;
  }

  /// What danger is seen before there is an assessment.
  public enum Danger {
    /// Now.
    NOW,
    /// Within days.
    DAYS,
    /// It cannot be said.
    UNKNOWN;

    String code() {
      return Road.code(this);
    }
  }

  /// What comes after it.
  public enum Afterwards {
    /// An investigation is opened at once.
    INVESTIGATION,
    /// None is, and it is said why.
    NOTHING;

    String code() {
      return Road.code(this);
    }
  }

  /// An acute protection to decide on. Nothing granted is a decision too: of what she wanted.
  ///
  /// @param wanted what she wants, of [#KINDS]
  /// @param until the last day; null when nothing is granted
  /// @param danger what danger is seen; null when nobody has said
  /// @param risk the same in words
  /// @param ownWords what she says herself
  /// @param children whether children came along; null when nobody has said
  /// @param childrenWords who they are and where
  /// @param childsBest how their best interest was judged
  /// @param afterwards what comes after it; null when nobody has said, or an investigation goes on
  /// @param why why no investigation is opened
  /// @param agreed how she has agreed that it is written down; blank when a consent stands
  public record Acute(
      Set<SupportType> wanted,
      Set<SupportType> granted,
      Instant from,
      @Nullable LocalDate until,
      @Nullable Danger danger,
      Confidential risk,
      Confidential ownWords,
      @Nullable Boolean children,
      Confidential childrenWords,
      Confidential childsBest,
      Confidential motive,
      @Nullable Afterwards afterwards,
      Confidential why,
      Confidential agreed) {
    /// Copies the sets.
    public Acute {
      wanted = Set.copyOf(wanted);
      granted = Set.copyOf(granted);
    }

    /// What she wants is not printed.
    @Override
    public String toString() {
      return "[acute]";
    }
  }

  /// Decides in a file that is the viewer's.
  ///
  /// @return the decision
  public Step<UUID> decide(Viewer viewer, UUID file, Acute acute) {
    return protections.decide(viewer, file, acute);
  }

  /// Somebody in danger who has no file: who she is as far as she has said, and what is decided.
  ///
  /// @param file minted with the form
  /// @param intake the intake that was concluded as her application; null when there is none
  /// @param typed all that was typed: the same form sent twice is one file
  public record Unfiled(
      UUID file,
      @Nullable UUID intake,
      String municipality,
      Road.Who who,
      Acute acute,
      Confidential typed) {
    /// Who she is is not printed.
    @Override
    public String toString() {
      return "[unfiled]";
    }
  }

  /// Opens a file for somebody in danger and decides in it: by day a caseworker, whose it becomes;
  /// at night the duty social service, and the head gives it out.
  public Step<Road.Began> open(Viewer viewer, Unfiled unfiled) {
    return openings.open(viewer, unfiled);
  }

  /// Why the duty social service looks somebody's card up.
  public enum Looking {
    /// She is here, or calls.
    HERSELF,
    /// The police ask.
    POLICE,
    /// A shelter, a hospital or another authority asks.
    OTHERS,
    /// The day has asked the night to watch.
    DAY;

    String code() {
      return Road.code(this);
    }
  }

  /// The duty social service looks up the card of somebody in danger.
  ///
  /// @param value her number or one that the centre gave, whole
  /// @return the file whose card it is
  public Step<UUID> look(Viewer viewer, Confidential value, Looking why, Confidential words) {
    return duty.look(viewer, value, why, words);
  }

  /// The duty social service decides, of somebody whose card it has looked up.
  ///
  /// @return the decision
  public Step<UUID> decideAtNight(Viewer viewer, UUID file, Acute acute) {
    return duty.decide(viewer, file, acute);
  }

  /// The duty social service tells the day something, of somebody whose card it has looked up.
  ///
  /// @return what the day is to read
  public Step<UUID> tellDay(Viewer viewer, UUID file, Confidential words) {
    return duty.tell(viewer, file, words);
  }

  /// Whether a member of the duty social service has handed anything over lately.
  public boolean hasHandedOver(Viewer viewer) {
    return !duty.handedOver(viewer).isEmpty();
  }

  /// The duty social service reads what the day has asked it to watch, and sees the card.
  ///
  /// @return the file
  public Step<UUID> receiveWatch(Viewer viewer, UUID event) {
    return duty.receive(viewer, event);
  }

  /// The day asks the night to watch.
  ///
  /// @param night the day on whose evening the night begins
  public Step<UUID> watch(Viewer viewer, UUID file, LocalDate night, Confidential words) {
    return nights.watch(viewer, file, night, words);
  }

  /// The day has read what happened at night.
  public Step<UUID> readNight(Viewer viewer, UUID file, UUID event) {
    return nights.read(viewer, file, event);
  }
}
