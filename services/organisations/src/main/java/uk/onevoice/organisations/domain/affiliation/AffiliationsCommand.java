package uk.onevoice.organisations.domain.affiliation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;

/** Wishes about what one member belongs to. */
public sealed interface AffiliationsCommand {
  /**
   * A person says that the member belongs from a day.
   *
   * @param memberOpen when the member is open, null where nothing is known of it
   * @param parentOpen the same of the parent
   */
  record StartAffiliation(
      UUID id,
      OrganisationId member,
      String parent,
      AffiliationKind kind,
      LocalDate start,
      @Nullable Period memberOpen,
      @Nullable Period parentOpen)
      implements AffiliationsCommand {}

  /** The same, where the member leaves on that day what it belonged to in this way before. */
  record MoveAffiliation(StartAffiliation to) implements AffiliationsCommand {}

  /**
   * The same for a neighbourhood.
   *
   * @param place the place it is part of: the member has to lie there
   */
  record JoinNeighbourhood(StartAffiliation of, String place) implements AffiliationsCommand {}

  /** With its place a practice leaves its neighbourhood. */
  record EndAffiliation(UUID id, LocalDate end) implements AffiliationsCommand {}

  /**
   * A person says the days as they should have been said.
   *
   * @param memberOpen when the member is open, null where nothing is known of it
   * @param parentOpen the same of the parent
   */
  record CorrectAffiliation(
      UUID id,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable Period memberOpen,
      @Nullable Period parentOpen)
      implements AffiliationsCommand {}

  /**
   * A person says to whom the member belongs from the day on which its parent was followed by
   * others: also that it stays. Official files may say otherwise later.
   *
   * @param id of the belonging that ends
   * @param successor among those who followed; whoever asks has made sure
   * @param memberOpen when the member is open, null where nothing is known of it
   * @param successorOpen the same of the successor
   */
  record Reassign(
      UUID id,
      String successor,
      LocalDate from,
      @Nullable Period memberOpen,
      @Nullable Period successorOpen)
      implements AffiliationsCommand {}

  /**
   * Takes an assignment back: the member belongs where it did before.
   *
   * @param id of the belonging that the assignment began
   */
  record TakeBack(UUID id) implements AffiliationsCommand {}

  /** It never was. */
  record VoidAffiliation(UUID id) implements AffiliationsCommand {}

  /**
   * Takes an official file's word on one kind of belonging.
   *
   * @param stated everything the file says of it; empty says that there is none on the release day
   * @param newest the newest release of any file that speaks of this member and kind
   */
  record AcceptOds(
      OrganisationId member,
      AffiliationKind kind,
      List<Stated> stated,
      LocalDate release,
      @Nullable LocalDate newest)
      implements AffiliationsCommand {
    public AcceptOds {
      stated = List.copyOf(stated);
    }

    boolean older() {
      return newest != null && release.isBefore(newest);
    }
  }

  /** Puts the affiliations back as they were before an import that is undone. */
  record Restore(OrganisationId member, List<Affiliation> before, List<UUID> touched)
      implements AffiliationsCommand {
    public Restore {
      before = List.copyOf(before);
      touched = List.copyOf(touched);
    }
  }

  /**
   * One parent as a file states it.
   *
   * @param start null where the file only shows that it holds on the release day
   * @param end the first day after the last, null while open
   */
  record Stated(String parent, @Nullable LocalDate start, @Nullable LocalDate end) {
    public Stated {
      if (start != null && end != null && end.isBefore(start)) {
        throw new IllegalArgumentException("Ends on " + end + ", before its start " + start + ".");
      }
    }
  }
}
