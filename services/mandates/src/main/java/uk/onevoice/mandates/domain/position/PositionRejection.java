package uk.onevoice.mandates.domain.position;

import java.time.LocalDate;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.issue.OptionId;

/** The rule that said no. */
public sealed interface PositionRejection {
  /** The body has a position on the issue, which can be revised. */
  record AlreadyProposed(PositionId positionId) implements PositionRejection {}

  record NotProposed(PositionId positionId) implements PositionRejection {}

  record NotOfPlace(OrganisationId bodyId) implements PositionRejection {}

  /** Nobody says what another body says. */
  record NotYourBody(OrganisationId bodyId) implements PositionRejection {}

  record IssueOfElsewhere(IssueId issueId) implements PositionRejection {}

  /** Who decides it is said before it is discussed. */
  record IssueNotClassified(IssueId issueId) implements PositionRejection {}

  record NothingSaid() implements PositionRejection {}

  record NoSuchOption(OptionId optionId) implements PositionRejection {}

  record OptionSaidTwice(OptionId optionId) implements PositionRejection {}

  /** The latest version is public or withdrawn; what is private is a new one. */
  record NothingOpen(PositionVersion.State state) implements PositionRejection {}

  record NotAgreed(OrganisationId bodyId) implements PositionRejection {}

  record DayInTheFuture(LocalDate on) implements PositionRejection {}

  record BeforeItWasAgreed(LocalDate agreedOn) implements PositionRejection {}

  record BeforeItWasPublished(LocalDate publishedOn) implements PositionRejection {}
}
