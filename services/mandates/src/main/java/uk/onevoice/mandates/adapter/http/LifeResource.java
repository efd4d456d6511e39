package uk.onevoice.mandates.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Role;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.MandateLog;
import uk.onevoice.mandates.domain.Holder;
import uk.onevoice.mandates.domain.LifeCommand.Accept;
import uk.onevoice.mandates.domain.LifeCommand.Activate;
import uk.onevoice.mandates.domain.LifeCommand.Amend;
import uk.onevoice.mandates.domain.LifeCommand.Confirm;
import uk.onevoice.mandates.domain.LifeCommand.End;
import uk.onevoice.mandates.domain.LifeCommand.Endorse;
import uk.onevoice.mandates.domain.LifeCommand.LiftSuspension;
import uk.onevoice.mandates.domain.LifeCommand.NameAlternate;
import uk.onevoice.mandates.domain.LifeCommand.Renew;
import uk.onevoice.mandates.domain.LifeCommand.StandAlternateDown;
import uk.onevoice.mandates.domain.LifeCommand.Suspend;
import uk.onevoice.mandates.domain.LifeCommand.WithdrawVersion;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateCommand;
import uk.onevoice.mandates.domain.MandateRejection;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.mandates.domain.Version;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.vault.TypedWords;

/** What becomes of a mandate that practices were asked for. */
@Path("/v1/mandates")
@RunOnVirtualThread
class LifeResource {
  private static final String REASON = "mandate-reason";

  private final MandateDesk desk;
  private final TypedWords words;
  private final TermsOf terms;
  private final Registry registry;
  private final Directory directory;
  private final Commands commands;
  private final CurrentActor actor;
  private final Scope scope;
  private final Today today;

  LifeResource(
      MandateDesk desk,
      TypedWords words,
      TermsOf terms,
      Registry registry,
      Directory directory,
      Commands commands,
      CurrentActor actor,
      Scope scope,
      Today today) {
    this.desk = desk;
    this.words = words;
    this.terms = terms;
    this.registry = registry;
    this.directory = directory;
    this.commands = commands;
    this.actor = actor;
    this.scope = scope;
    this.today = today;
  }

  record Endorsement(OrganisationId lmcId) {}

  record VersionRef(int version) {}

  /**
   * @param start null for the end of the period in force
   */
  record Renewal(@Nullable LocalDate start, LocalDate end) {}

  record Reason(@Nullable String reason) {}

  @POST
  @Path("/{id}/endorsements")
  @Permission("endorseMandate")
  public Response endorse(@PathParam("id") UUID id, Endorsement wish) {
    scope.at(Registry.inDirectory(wish.lmcId()));
    Opened mandate = desk.opened(id);
    var place = mandate.opening().placeId();
    boolean ofPlace =
        directory.hasMembersIn(
            Registry.inDirectory(place), Registry.inDirectory(wish.lmcId()), today.get());
    if (!ofPlace) {
      throw MandateProblems.of(new MandateRejection.NotTheLmcOfThePlace(wish.lmcId())).exception();
    }
    return desk.done(
        new Endorse(mandate.id(), wish.lmcId(), true, today.get()),
        desk.actingFor(wish.lmcId(), place));
  }

  @POST
  @Path("/{id}/acceptance")
  @Permission("acceptMandate")
  public Response accept(@PathParam("id") UUID id) {
    Opened mandate = desk.opened(id);
    @Nullable Terms asked = mandate.newest().terms();
    // Who may not is not told either, by a lost race, how many events there are.
    if (asked == null) {
      throw MandateProblems.of(new MandateRejection.NoTerms(mandate.id())).exception();
    }
    var held = registry.held(actor.get().holdings(Role.values()), List.of(asked), today.get());
    if (!asked.holder().isAmong(held)) {
      throw MandateProblems.of(new MandateRejection.NotTheHolder(asked.holder())).exception();
    }
    return desk.done(
        new Accept(mandate.id(), held, today.get()),
        desk.actingFor(asked.holder().organisationId(), mandate.opening().placeId()));
  }

  @POST
  @Path("/{id}/activation")
  @Permission("activateMandate")
  public Response activate(@PathParam("id") UUID id) {
    var asked = desk.inPlace(id);
    return desk.done(
        new Activate(
            asked.mandate().id(),
            inPost(asked.mandate().newest()),
            today.get(),
            desk.electorate(asked.mandate())),
        asked.circumstances());
  }

  @POST
  @Path("/{id}/versions")
  @Permission("amendMandate")
  public Response amend(@PathParam("id") UUID id, TermsWish wish) {
    var asked = desk.inPlace(id);
    Opened mandate = asked.mandate();
    return words.keeping(
        MandateLog.stream(mandate.id()),
        pen -> {
          Terms other =
              terms.of(wish, mandate.opening().placeId(), mandate.version().terms(), "", pen);
          return asking(
              new Amend(
                  mandate.id(), other, registry.speakForPractices(other, today.get()), today.get()),
              asked.circumstances());
        });
  }

  @POST
  @Path("/{id}/version-withdrawal")
  @Permission("withdrawVersion")
  public Response withdrawVersion(@PathParam("id") UUID id) {
    var asked = desk.inPlace(id);
    return desk.done(new WithdrawVersion(asked.mandate().id(), today.get()), asked.circumstances());
  }

  @POST
  @Path("/{id}/renewal")
  @Permission("renewMandate")
  public Response renew(@PathParam("id") UUID id, Renewal wish) {
    var asked = desk.inPlace(id);
    return asking(
        new Renew(asked.mandate().id(), wish.start(), wish.end(), today.get()),
        asked.circumstances());
  }

  @POST
  @Path("/{id}/suspension")
  @Permission("suspendMandate")
  public Response suspend(@PathParam("id") UUID id, Reason reason) {
    var asked = desk.inPlace(id);
    return words.keeping(
        MandateLog.stream(asked.mandate().id()),
        pen ->
            desk.done(
                new Suspend(
                    asked.mandate().id(),
                    pen.ifAny(REASON, "/reason", reason.reason()),
                    today.get()),
                asked.circumstances()));
  }

  @POST
  @Path("/{id}/suspension-lifting")
  @Permission("liftSuspension")
  public Response lift(@PathParam("id") UUID id) {
    var asked = desk.inPlace(id);
    return desk.done(
        new LiftSuspension(
            asked.mandate().id(),
            inPost(asked.mandate().version()),
            today.get(),
            desk.electorate(asked.mandate())),
        asked.circumstances());
  }

  @POST
  @Path("/{id}/ending")
  @Permission("endMandate")
  public Response end(@PathParam("id") UUID id, Reason reason) {
    var asked = desk.inPlace(id);
    return words.keeping(
        MandateLog.stream(asked.mandate().id()),
        pen ->
            desk.done(
                new End(
                    asked.mandate().id(),
                    pen.ifAny(REASON, "/reason", reason.reason()),
                    today.get()),
                asked.circumstances()));
  }

  @POST
  @Path("/{id}/confirmation")
  @Permission("confirmMandate")
  public Response confirm(@PathParam("id") UUID id) {
    var asked = desk.inPlace(id);
    return desk.done(new Confirm(asked.mandate().id(), today.get()), asked.circumstances());
  }

  @POST
  @Path("/{id}/alternates")
  @Permission("nameAlternate")
  public Response name(@PathParam("id") UUID id, Holder alternate) {
    var asked = desk.inPlace(id);
    return desk.done(
        new NameAlternate(
            asked.mandate().id(),
            alternate,
            registry.speaksForPractices(alternate.organisationId(), today.get()),
            today.get()),
        asked.circumstances());
  }

  @POST
  @Path("/{id}/alternates-stood-down")
  @Permission("standAlternateDown")
  public Response standDown(@PathParam("id") UUID id, Holder alternate) {
    var asked = desk.inPlace(id);
    return desk.done(
        new StandAlternateDown(asked.mandate().id(), alternate, today.get()),
        asked.circumstances());
  }

  private Set<Holder.Held> inPost(Version version) {
    @Nullable Terms asked = version.terms();
    return asked == null ? Set.of() : registry.inPost(asked.holder().organisationId(), today.get());
  }

  private Response asking(MandateCommand command, Circumstances circumstances) {
    return desk.handle(
        command,
        (state, _, _) ->
            commands.ok(
                new VersionRef(state instanceof Opened opened ? opened.newest().number() : 1)),
        circumstances);
  }
}
