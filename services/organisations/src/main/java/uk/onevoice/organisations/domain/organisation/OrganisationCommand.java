package uk.onevoice.organisations.domain.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;

/** Wishes about one organisation. */
public sealed interface OrganisationCommand {
  /** Takes a body of our own kinds into the registry. */
  record RegisterLocal(OrganisationId id, OrganisationKind kind, Label name, LocalDate start)
      implements OrganisationCommand {}

  /**
   * Takes an official file's word.
   *
   * @param newest the newest release accepted before, by file; what is older than the files that
   *     speak of this organisation becomes history only
   */
  record AcceptOds(OdsStatement statement, Map<Source, LocalDate> newest)
      implements OrganisationCommand {}

  /**
   * Puts an earlier record back, when the import that replaced it is undone.
   *
   * @param release of that import: what it said of its day is replaced too
   */
  record RestoreRecord(OdsRecord record, LocalDate release) implements OrganisationCommand {}

  /** Puts back how it was told to be at an older release, when that import is undone. */
  record RestoreHistory(OdsRecord record, LocalDate release) implements OrganisationCommand {}

  /**
   * Takes it back, when the only import that knew of it is undone: it is closed from its first day,
   * until a file names it again.
   *
   * @param release of that import, where no first day is known
   */
  record Withdraw(LocalDate release) implements OrganisationCommand {}

  /** Says what a trust mainly does. */
  record SetSector(Sector sector) implements OrganisationCommand {}

  record Rename(Label name, LocalDate from) implements OrganisationCommand {}

  /**
   * Closes it.
   *
   * @param end the first day after its last
   */
  record Close(LocalDate end) implements OrganisationCommand {}

  record Reopen(LocalDate from) implements OrganisationCommand {}

  /**
   * A person says who follows it. The same day again corrects what was said for it; it is among the
   * successors when it lives on and gives a part away.
   */
  record Succeed(List<Successor> successors, SuccessionKind kind, LocalDate date)
      implements OrganisationCommand {
    public Succeed {
      successors = List.copyOf(successors);
    }
  }

  /**
   * @param kinds empty where the registry does not know it
   * @param open when it is open
   */
  record Successor(OrganisationId id, List<OrganisationKind> kinds, @Nullable Period open) {}

  /** Says who follows it; closes it unless it is among them. Moves no member by itself. */
  record RecordSuccession(List<OrganisationId> successors, SuccessionKind kind, LocalDate date)
      implements OrganisationCommand {
    public RecordSuccession {
      successors = successors.stream().distinct().sorted().toList();
    }
  }

  /** Takes a succession back, when it was wrong or its import is undone. Moves no member either. */
  record RevokeSuccession(LocalDate date) implements OrganisationCommand {}

  /**
   * Says whether a patients map of this day lists the practice.
   *
   * @param nextMap the day of the next later map accepted before, which said otherwise or the same
   *     and keeps what it said
   */
  record StateListing(boolean listed, LocalDate from, @Nullable LocalDate nextMap)
      implements OrganisationCommand {}
}
