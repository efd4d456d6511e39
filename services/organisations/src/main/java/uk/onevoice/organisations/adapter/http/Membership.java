package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.eventstore.IdempotencyKey;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.Outcome;
import uk.onevoice.eventstore.Request;
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
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.edge.Backdating;
import uk.onevoice.service.edge.CurrentRequest;
import uk.onevoice.service.edge.Position;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.StandardProblems;

/**
 * Many practices that begin to belong to one body or place. Each is a stream of its own: all are
 * looked at before the first is written, and asking again for the same changes nothing.
 */
@ApplicationScoped
class Membership {
  private static final int MOST = 2_000;
  private static final int MOST_TOLD = 50;
  private static final int AT_A_TIME = 32;
  private static final int RACES = 100;

  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final CommandHandler<
          AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
      affiliations;
  private final EventStore store;
  private final Commands commands;
  private final CurrentRequest request;
  private final Clock clock;
  private final String log;

  Membership(
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      CommandHandler<AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
          affiliations,
      EventStore store,
      Commands commands,
      CurrentRequest request,
      Clock clock,
      @ConfigProperty(name = "onevoice.log.name") String log) {
    this.organisations = organisations;
    this.affiliations = affiliations;
    this.store = store;
    this.commands = commands;
    this.request = request;
    this.clock = clock;
    this.log = log;
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
    IdempotencyKey key = request.idempotencyKey().orElseThrow();
    var earlier = store.earlier(key.client(), key.key(), key.fingerprint());
    if (earlier.isPresent()) {
      return repeated(earlier.get());
    }
    Metadata metadata = commands.metadata(Circumstances.NONE);
    var wishes = looked(members, field, wish, metadata);
    var positions = written(wishes);
    keep(key, parentStream, metadata, members.size());
    var response = Response.ok(new Members(members.size()));
    return positions.isEmpty()
        ? response.build()
        : response.header("X-Position", Position.header(positions)).build();
  }

  private static Response repeated(Outcome earlier) {
    return switch (earlier) {
      case Outcome.Repeated repeated ->
          Response.status(repeated.answer().status())
              .type(MediaType.APPLICATION_JSON_TYPE)
              .entity(repeated.answer().body())
              .header("Idempotency-Replayed", "true")
              .build();
      case Outcome.KeyReused _, Outcome.Appended _, Outcome.VersionConflict _ ->
          throw StandardProblems.keyReused().exception();
    };
  }

  private List<Envelope<AffiliationsCommand>> looked(
      List<OrganisationId> members, String field, Wish wished, Metadata metadata) {
    if (members.isEmpty() || members.size() > MOST || Set.copyOf(members).size() < members.size()) {
      throw Problem.invalid("/" + field, "must be 1 to " + MOST + " different organisations")
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
            refused.violations().size() < MOST_TOLD
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

  private List<Position> written(List<Envelope<AffiliationsCommand>> wishes) {
    var positions = new ConcurrentLinkedQueue<Position>();
    var rejections = new ConcurrentLinkedQueue<AffiliationsRejection>();
    affiliations.handleAll(
        wishes,
        AT_A_TIME,
        work -> Backdating.carried(clock, work),
        (envelope, handled) -> {
          switch (handled) {
            case Handled.Done<Affiliations, AffiliationsEvent, AffiliationsRejection> done ->
                positions.add(Position.of(log, envelope.stream(), done.lastPosition()));
            case Handled.Rejected<Affiliations, AffiliationsEvent, AffiliationsRejection>(
                    var why,
                    _) ->
                rejections.add(why);
            case Handled.VersionMoved<Affiliations, AffiliationsEvent, AffiliationsRejection> _,
                Handled.Repeated<Affiliations, AffiliationsEvent, AffiliationsRejection> _,
                Handled.KeyReused<Affiliations, AffiliationsEvent, AffiliationsRejection> _ ->
                throw new IllegalStateException("Neither a version nor a key was given.");
          }
        });
    if (!rejections.isEmpty()) {
      // Somebody was faster with a few of them; the others belong now, and a repeat says the rest.
      throw RegistryProblems.membersRefused()
          .detail(
              "Somebody was faster: one "
                  + RegistryProblems.inWords(rejections.element())
                  + ". The others belong now; send it again to see who does not.")
          .exception();
    }
    return List.copyOf(positions);
  }

  private void keep(IdempotencyKey key, String stream, Metadata metadata, int members) {
    var request =
        new Request(key.client(), key.key(), key.fingerprint(), commands.ok(new Members(members)));
    for (int race = 0; race < RACES; race++) {
      long version = organisationVersion(stream);
      var outcome = store.append(new Append(stream, version, List.of(), metadata, request)).join();
      if (!(outcome instanceof Outcome.VersionConflict)) {
        return;
      }
    }
    throw new IllegalStateException("Others were always faster on " + stream + ".");
  }

  private long organisationVersion(String stream) {
    var events = store.stream(stream, 0);
    return events.isEmpty() ? 0 : events.getLast().version();
  }
}
