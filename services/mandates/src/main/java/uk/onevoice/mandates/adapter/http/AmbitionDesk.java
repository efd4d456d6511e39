package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Role;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.AmbitionLog;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.ambition.AgreementId;
import uk.onevoice.mandates.domain.ambition.Ambition;
import uk.onevoice.mandates.domain.ambition.Ambition.Offered;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.TypedWords;

/** What every request about an ambition agreement begins and ends with. */
@ApplicationScoped
class AmbitionDesk {
  private final CommandHandler<AmbitionCommand, Ambition, AmbitionEvent, AmbitionRejection>
      agreements;
  private final Places places;
  private final Commands commands;
  private final CurrentActor actor;
  private final Scope scope;
  private final Today today;

  AmbitionDesk(
      CommandHandler<AmbitionCommand, Ambition, AmbitionEvent, AmbitionRejection> agreements,
      Places places,
      Commands commands,
      CurrentActor actor,
      Scope scope,
      Today today) {
    this.agreements = agreements;
    this.places = places;
    this.commands = commands;
    this.actor = actor;
    this.scope = scope;
    this.today = today;
  }

  Response handle(Offered agreement, AmbitionCommand command) {
    return handle(agreement, command, (_, _, _) -> commands.noContent());
  }

  Response handle(
      Offered agreement, AmbitionCommand command, Answering<Ambition, AmbitionEvent> answering) {
    return commands.handle(
        agreements,
        AmbitionLog.stream(idOf(agreement)),
        command,
        answering,
        AmbitionProblems::of,
        places.circumstances(agreement.terms().practiceId(), null));
  }

  Answering<Ambition, AmbitionEvent> created(Offered agreement, Object ref) {
    return (_, _, _) -> commands.created(path(idOf(agreement)), ref);
  }

  Offered there(UUID id) {
    if (agreements.current(AmbitionLog.stream(new AgreementId(id))).state()
        instanceof Offered offered) {
      return offered;
    }
    throw Problem.notFound().exception();
  }

  Offered asFederation(UUID id) {
    Offered agreement = there(id);
    scope.at(Registry.inDirectory(agreement.terms().federationId()));
    return agreement;
  }

  Offered asPractice(UUID id) {
    Offered agreement = there(id);
    scope.at(inDirectory(agreement.terms().practiceId()));
    return agreement;
  }

  void asEither(Offered agreement) {
    var federation = Registry.inDirectory(agreement.terms().federationId());
    scope.at(
        actor.get().holdsAt(federation, Role.FEDERATION_LEAD)
            ? federation
            : inDirectory(agreement.terms().practiceId()));
  }

  static AgreementId idOf(Offered agreement) {
    return agreement.terms().agreementId();
  }

  static WordsRef written(TypedWords.Pen pen, String kind, String pointer, String words) {
    return pen.body(kind, pointer, words, TypedWords.SHORT, null);
  }

  static String path(AgreementId id) {
    return "/v1/ambition-agreements/" + id.value();
  }

  static uk.onevoice.directory.OrganisationId inDirectory(PracticeId practice) {
    return new uk.onevoice.directory.OrganisationId(practice.value());
  }

  LocalDate day(@Nullable LocalDate on) {
    return on == null ? today.get() : on;
  }
}
