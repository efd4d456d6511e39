package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET …/matrix/evidence}: what is behind one cell of the representation matrix. Where it is
 * withheld, only of which area it was asked is told.
 *
 * @param label what the forum is called
 * @param column WHOLE, LMC, FEDERATION, PCN, PRACTICE, ICB
 * @param cell the step
 * @param verdict on general practice as a whole
 */
public record MatrixEvidence(
    String areaId,
    String name,
    @Nullable String label,
    String column,
    @Nullable String bodyId,
    @Nullable String bodyName,
    @Nullable String cell,
    @Nullable String verdict,
    LocalDate asOf,
    LocalDate from,
    boolean withheld,
    @Nullable Integer rows,
    @Nullable Integer makeStep,
    List<Row> items,
    @Nullable String next) {

  /**
   * @param what CHANGE, POSITION, MANDATE, MEETING, SEAT, DECISION
   * @param makesStep whether it is what the cell stands for
   * @param page where it is found on this website
   */
  public record Row(
      String what,
      @Nullable String organisationId,
      @Nullable String organisationName,
      @Nullable String label,
      @Nullable LocalDate day,
      String why,
      boolean makesStep,
      @Nullable LocalDate recordedOn,
      @Nullable String enteredFor,
      @Nullable String enteredForName,
      @Nullable String page,
      boolean mayOpen) {}
}
