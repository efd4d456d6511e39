package uk.onevoice.projection.matrix;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.representation.Part;

/**
 * What is behind one cell of a matrix: what makes its step first, then the rest, each the newest
 * first.
 *
 * @param areaId the place, or the code of the ICS
 * @param name what the area is called
 * @param label what the forum is called; null where withheld, as is each of the next but column
 * @param bodyId the body of the part whose cell it is; null where it is that of the whole part
 * @param verdict in words, on general practice as a whole; null for a part of it
 * @param from the first day of the period
 * @param withheld whether all of it is not for this caller
 * @param reason why it is not
 * @param rows how many there are, whatever part of the list is asked for; null where withheld
 * @param makeStep how many of them make the step
 * @param next what {@code after} has to be for the part that follows, null at the end
 */
record MatrixEvidence(
    String areaId,
    String name,
    String forum,
    @Nullable String label,
    Column column,
    @Nullable String bodyId,
    @Nullable String bodyName,
    @Nullable Step cell,
    @Nullable String verdict,
    LocalDate asOf,
    Instant knownAt,
    String period,
    LocalDate from,
    boolean withheld,
    @Nullable String reason,
    @Nullable Integer rows,
    @Nullable Integer makeStep,
    List<Row> items,
    @Nullable String next) {

  /** What a row is, the part of a view whose readers are told it, and where its page is. */
  enum What {
    CHANGE(Part.INFLUENCE),
    POSITION(Part.INFLUENCE),
    MANDATE(Part.COVERAGE),
    MEETING(Part.MEETINGS),
    SEAT(Part.MEETINGS),
    DECISION(Part.INFLUENCE);

    private final Part part;

    What(Part part) {
      this.part = part;
    }

    Part part() {
      return part;
    }

    String page(String id, @Nullable String within) {
      return switch (this) {
        case CHANGE, POSITION, DECISION -> "/meetings/" + within + "/agenda/" + id;
        case MANDATE -> "/mandates/" + id;
        case MEETING -> "/meetings/" + id;
        case SEAT -> "/series/" + within;
      };
    }
  }

  /** Why a row is there, as {@code V10_143__evidence_of_the_matrix.sql} says it. */
  enum Why {
    FILLED,
    EMPTY,
    NOT_RECORDED,
    NOBODY_CAME,
    OBSERVED,
    WAS_THERE,
    MANDATE_RAN_OUT,
    UNDER_MANDATE,
    IN_FORCE,
    RAN_OUT,
    FOR,
    AGAINST,
    CONDITIONAL,
    NEUTRAL,
    CHANGED,
    PARTLY,
    WITHOUT_US;

    /** Whether a row like this is what the cell stands for. */
    boolean makes(Step step) {
      return switch (step) {
        case NO_SEAT -> this == WITHOUT_US || this == NOBODY_CAME || this == NOT_RECORDED;
        case VACANT -> this == EMPTY || this == NOBODY_CAME;
        case NOT_RECORDED -> this == FILLED || this == NOT_RECORDED;
        case ATTENDED -> this == WAS_THERE || this == OBSERVED || this == MANDATE_RAN_OUT;
        case MANDATED -> this == IN_FORCE || this == UNDER_MANDATE;
        case POSITION -> this == FOR || this == AGAINST || this == CONDITIONAL || this == NEUTRAL;
        case CHANGED -> this == CHANGED || this == PARTLY;
      };
    }
  }

  /**
   * @param key tells it from every other row of the list
   * @param id of the item, mandate, meeting or seat
   * @param within the meeting of an item, the series of a seat; null for others
   * @param placeId the place that it is of
   * @param organisationId who holds the mandate, whose seat it is; null for others, and where it is
   *     nobody's
   * @param label the forum as it was called at the meeting, the topic of a mandate, the seat
   * @param day of the meeting; when somebody last spoke under the mandate; since when the seat is
   *     there, or is empty
   * @param makesStep whether it is what the cell stands for
   * @param recordedOn the day on which this was entered (Europe/London)
   * @param enteredFor the organisation for which it was; nobody is named
   * @param page the address of its page on the website
   * @param mayOpen whether this caller may open it: of one that is for others nothing else is told
   */
  record Row(
      @JsonIgnore String key,
      What what,
      @Nullable String id,
      @Nullable String within,
      @Nullable String placeId,
      @Nullable String organisationId,
      @Nullable String organisationName,
      @Nullable String label,
      @Nullable LocalDate day,
      Why why,
      boolean makesStep,
      @Nullable LocalDate recordedOn,
      @Nullable String enteredFor,
      @Nullable String enteredForName,
      @Nullable String page,
      boolean mayOpen) {
    private static final int LAST_DAY = 9_999_999;

    /** Where it stands in the list. */
    @JsonIgnore
    String position() {
      long before = day == null ? LAST_DAY : LAST_DAY / 2 - day.toEpochDay();
      return (makesStep ? "0" : "1") + what.ordinal() + "%07d".formatted(before) + key;
    }

    /** With what the organisations are called that it names by their codes. */
    Row named(Map<String, String> names) {
      return new Row(
          key,
          what,
          id,
          within,
          placeId,
          organisationId,
          organisationId == null ? null : names.get(organisationId),
          label,
          day,
          why,
          makesStep,
          recordedOn,
          enteredFor,
          enteredFor == null ? null : names.get(enteredFor),
          page,
          mayOpen);
    }

    /** That there is such a row, and nothing of what it is: it is of a place that is not theirs. */
    Row ofOthers() {
      return new Row(
          key, what, null, null, null, null, null, null, null, why, makesStep, null, null, null,
          null, false);
    }
  }
}
