package uk.onevoice.relationships.domain.opportunity;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;

/** What can be asked of an opportunity, with the facts from elsewhere that its rules need. */
public sealed interface OpportunityCommand {
  OpportunityId opportunityId();

  /**
   * @param by who opens it, and is the first to be named
   * @param own the body of general practice they act for
   * @param with organisations that are in the bid from the start
   */
  record Open(
      OpportunityId opportunityId,
      PlaceId placeId,
      OpportunityKind kind,
      UUID topicId,
      WordsRef titleRef,
      LocalDate on,
      PersonId by,
      Bidder own,
      List<Bidder> with,
      LocalDate today)
      implements OpportunityCommand {
    public Open {
      with = List.copyOf(with);
    }
  }

  record Retitle(OpportunityId opportunityId, WordsRef titleRef) implements OpportunityCommand {}

  record Join(OpportunityId opportunityId, Bidder bidder, LocalDate today)
      implements OpportunityCommand {}

  /**
   * The organisation goes, and with it the people who were named for it.
   *
   * @param acting who of general practice holds a role today where they are named for
   */
  record Leave(
      OpportunityId opportunityId,
      OrganisationId organisationId,
      Set<PersonId> acting,
      LocalDate today)
      implements OpportunityCommand {
    public Leave {
      acting = Set.copyOf(acting);
    }
  }

  /**
   * @param holdsRoleThere whether the person has a role at the organisation today
   */
  record NamePerson(
      OpportunityId opportunityId,
      PersonId personId,
      OrganisationId organisationId,
      boolean holdsRoleThere)
      implements OpportunityCommand {}

  /**
   * @param acting who of general practice holds a role today where they are named for
   */
  record RemovePerson(OpportunityId opportunityId, PersonId personId, Set<PersonId> acting)
      implements OpportunityCommand {
    public RemovePerson {
      acting = Set.copyOf(acting);
    }
  }

  /**
   * Somebody who leads a body that bids takes it over, because nobody is left who could hand it on.
   *
   * @param acting who of general practice holds a role today where they are named for
   */
  record TakeOver(
      OpportunityId opportunityId, PersonId by, OrganisationId organisationId, Set<PersonId> acting)
      implements OpportunityCommand {
    public TakeOver {
      acting = Set.copyOf(acting);
    }
  }

  record NoteCompetitor(OpportunityId opportunityId, Bidder competitor)
      implements OpportunityCommand {}

  record DropCompetitor(OpportunityId opportunityId, OrganisationId organisationId)
      implements OpportunityCommand {}

  /**
   * @param lead who leads the work locally; null where that is not settled
   */
  record SetHost(OpportunityId opportunityId, Bidder host, @Nullable Bidder lead)
      implements OpportunityCommand {}

  /** Cites a mandate, with what it lacks today. */
  record CiteMandate(OpportunityId opportunityId, Citation citation, LocalDate today)
      implements OpportunityCommand {}

  record ExpressInterest(OpportunityId opportunityId, LocalDate on, LocalDate today)
      implements OpportunityCommand {}

  /**
   * @param cited the mandate that is cited, with what it lacked on that day; null for none
   */
  record Submit(
      OpportunityId opportunityId, LocalDate on, @Nullable Citation cited, LocalDate today)
      implements OpportunityCommand {}

  record RecordResult(OpportunityId opportunityId, Result result, LocalDate on, LocalDate today)
      implements OpportunityCommand {}

  record TakeStepBack(OpportunityId opportunityId, Step step) implements OpportunityCommand {}

  /**
   * @param with the organisation it is with; null where the place has no such relationship
   */
  record GiveCredit(OpportunityId opportunityId, Credit credit, @Nullable OrganisationId with)
      implements OpportunityCommand {}

  record TakeCreditBack(OpportunityId opportunityId, Credit credit) implements OpportunityCommand {}
}
