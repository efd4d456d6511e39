package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.adapter.http.Bodies.Members;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.Affiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.StartAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.service.problem.Problem;

/**
 * Many practices that begin to belong to one body or place. Each is a stream of its own: all are
 * looked at before the first is written, and asking again for the same changes nothing.
 */
@ApplicationScoped
class Membership {
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final CommandHandler<
          AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
      affiliations;
  private final ManyAtOnce many;
  private final Clock clock;

  Membership(
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      CommandHandler<AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
          affiliations,
      ManyAtOnce many,
      Clock clock) {
    this.organisations = organisations;
    this.affiliations = affiliations;
    this.many = many;
    this.clock = clock;
  }

  /** When a registered organisation is open, as far as is known. */
  static Period open(Registered known) {
    var record = known.record();
    return new Period(record.start() == null ? LocalDate.MIN : record.start(), record.end());
  }

  /** What is wished of a member. */
  interface Wish {
    /**
     * @param open when the member is open; null where it is no practice that is known
     */
    AffiliationsCommand of(OrganisationId member, @Nullable Period open);
  }

  /** That each begins to belong to this parent. */
  static Wish start(String parent, Period parentOpen, AffiliationKind kind, LocalDate start) {
    return (member, open) -> starting(member, open, parent, parentOpen, kind, start);
  }

  static StartAffiliation starting(
      OrganisationId member,
      @Nullable Period open,
      String parent,
      Period parentOpen,
      AffiliationKind kind,
      LocalDate start) {
    return new StartAffiliation(
        Affiliation.id(member, parent, kind, start), member, parent, kind, start, open, parentOpen);
  }

  /**
   * @param field the body's list of members, for problems that point into it
   * @param parentStream where the answer is kept for a repeat
   */
  Response handle(List<OrganisationId> members, String field, String parentStream, Wish wish) {
    return many.handle(
        new Members(members.size()),
        parentStream,
        metadata ->
            many.written(
                affiliations,
                looked(members, field, wish, metadata),
                RegistryProblems::inWords,
                Membership::somebodyWasFaster));
  }

  /** The others belong now, and a repeat says the rest. */
  private static Problem somebodyWasFaster(String first) {
    return RegistryProblems.membersRefused()
        .detail(
            "Somebody was faster: one "
                + first
                + ". The others belong now; send it again to see who does not.");
  }

  private List<Envelope<AffiliationsCommand>> looked(
      List<OrganisationId> members, String field, Wish wished, Metadata metadata) {
    if (members.isEmpty()
        || members.size() > ManyAtOnce.MOST
        || Set.copyOf(members).size() < members.size()) {
      throw Problem.invalid(
              "/" + field, "must be 1 to " + ManyAtOnce.MOST + " different organisations")
          .exception();
    }
    var wishes = new ArrayList<Envelope<AffiliationsCommand>>(members.size());
    Problem refused = RegistryProblems.membersRefused().detail("None was added.");
    for (int i = 0; i < members.size(); i++) {
      var member = members.get(i);
      var wish = wished.of(member, openPractice(member));
      var stream = RegistryLog.affiliations(member);
      var decision =
          Affiliations.DECIDER.decide().apply(wish, affiliations.current(stream).state());
      if (decision
          instanceof Decision.Rejected<AffiliationsEvent, AffiliationsRejection>(var why)) {
        refused =
            refused.violations().size() < ManyAtOnce.MOST_TOLD
                ? refused.at("/" + field + "/" + i, RegistryProblems.inWords(why))
                : refused;
      }
      wishes.add(Envelope.of(stream, wish, metadata, clock.instant()));
    }
    if (!refused.violations().isEmpty()) {
      throw refused.exception();
    }
    return wishes;
  }

  @Nullable Period openPractice(OrganisationId member) {
    return organisations.current(RegistryLog.stream(member)).state() instanceof Registered known
            && known.is(OrganisationKind.PRACTICE)
        ? open(known)
        : null;
  }
}
