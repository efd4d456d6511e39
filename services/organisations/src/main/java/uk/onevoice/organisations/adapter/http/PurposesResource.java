package uk.onevoice.organisations.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.purpose.Purpose;
import uk.onevoice.organisations.domain.purpose.PurposeCommand;
import uk.onevoice.organisations.domain.purpose.PurposeCommand.AdoptPurpose;
import uk.onevoice.organisations.domain.purpose.PurposeEvent;
import uk.onevoice.organisations.domain.purpose.PurposeEvent.PurposeAdopted;
import uk.onevoice.organisations.domain.purpose.PurposeRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.ProblemException;
import uk.onevoice.vault.NewWords;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;

/** What a federation is for, in versions. The words are in the vault. */
@Path("/v1/organisations/{id}/purposes")
@RunOnVirtualThread
class PurposesResource {
  private static final int LONGEST = 4_000;

  private final CommandHandler<PurposeCommand, Purpose, PurposeEvent, PurposeRejection> purposes;
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final Commands commands;
  private final Vault vault;

  PurposesResource(
      CommandHandler<PurposeCommand, Purpose, PurposeEvent, PurposeRejection> purposes,
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      Commands commands,
      Vault vault) {
    this.purposes = purposes;
    this.organisations = organisations;
    this.commands = commands;
    this.vault = vault;
  }

  record NewPurpose(String purpose, LocalDate from) {}

  /**
   * @param purpose null where the words are kept no more
   */
  record Version(int version, LocalDate from, @Nullable String purpose) {}

  record Adopted(List<Version> items) {}

  @GET
  @Permission("readPurposes")
  public Response read(@PathParam("id") String text) {
    var id = PathIds.organisation(text);
    registered(id);
    var current = purposes.current(RegistryLog.purpose(id));
    var versions = current.state().versions();
    Map<VaultRef, String> words =
        vault.read(versions.stream().map(each -> new VaultRef(each.purposeRef())).toList());
    return Response.ok(
            new Adopted(versions.reversed().stream().map(each -> version(each, words)).toList()))
        .header("ETag", Versions.etag(current.version()))
        .build();
  }

  private static Version version(PurposeAdopted adopted, Map<VaultRef, String> words) {
    return new Version(
        adopted.version(), adopted.from(), words.get(new VaultRef(adopted.purposeRef())));
  }

  @POST
  @Permission("adoptPurpose")
  public Response adopt(@PathParam("id") String text, NewPurpose wish) {
    var body = registered(PathIds.organisation(text));
    String purpose = wish.purpose().strip();
    if (purpose.isEmpty() || purpose.length() > LONGEST) {
      throw Problem.invalid("/purpose", "must have 1 to " + LONGEST + " characters").exception();
    }
    String stream = RegistryLog.purpose(body.id());
    VaultRef ref =
        vault.keep(
            new NewWords(
                "federation-purpose",
                stream,
                Set.of(),
                purpose,
                commands.metadata(Circumstances.NONE).actor(),
                null));
    try {
      Response answer =
          commands.handle(
              purposes,
              stream,
              new AdoptPurpose(body.id(), open(body), wish.from(), ref.value()),
              (_, _, _) -> commands.noContent(),
              PurposesResource::problem);
      if (answer.getHeaderString("Idempotency-Replayed") != null) {
        vault.delete(ref);
      }
      return answer;
    } catch (ProblemException refused) {
      vault.delete(ref);
      throw refused;
    }
  }

  private Registered registered(OrganisationId id) {
    if (organisations.current(RegistryLog.stream(id)).state() instanceof Registered known) {
      return known;
    }
    throw Problem.notFound().exception();
  }

  private static @Nullable Period open(Registered body) {
    return body.is(OrganisationKind.FEDERATION) ? Membership.open(body) : null;
  }

  private static Problem problem(PurposeRejection rejection) {
    return switch (rejection) {
      case PurposeRejection.NotAFederation _ ->
          conflict("not-a-federation", "Only a federation has a purpose here.");
      case PurposeRejection.NotOpen(var on) ->
          unprocessable("federation-not-open", "The federation is not open on that day.")
              .at("/from", "the federation is not open on " + on);
      case PurposeRejection.OlderThanTheLast(var from) ->
          unprocessable("older-than-the-last", "It would begin before the version before it.")
              .at("/from", "must be " + from + " or later");
    };
  }
}
