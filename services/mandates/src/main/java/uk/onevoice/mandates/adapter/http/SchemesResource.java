package uk.onevoice.mandates.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.mandates.adapter.http.SchemeBodies.AdoptScheme;
import uk.onevoice.mandates.adapter.http.SchemeBodies.ClassWish;
import uk.onevoice.mandates.adapter.http.SchemeBodies.ClassificationView;
import uk.onevoice.mandates.adapter.http.SchemeBodies.ClassifyIssue;
import uk.onevoice.mandates.adapter.http.SchemeBodies.SchemeRef;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.SchemeLog;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.scheme.DelegationScheme;
import uk.onevoice.mandates.domain.scheme.DelegationScheme.Adopted;
import uk.onevoice.mandates.domain.scheme.IssueClass;
import uk.onevoice.mandates.domain.scheme.SchemeCommand;
import uk.onevoice.mandates.domain.scheme.SchemeCommand.Adopt;
import uk.onevoice.mandates.domain.scheme.SchemeCommand.Classify;
import uk.onevoice.mandates.domain.scheme.SchemeEvent;
import uk.onevoice.mandates.domain.scheme.SchemeRejection;
import uk.onevoice.mandates.domain.scheme.SchemeRow;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.listing.Part;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.TypedWords;

/** Who decides what in a place: set and used by leaders there, read by its practices too. */
@Path("/v1/delegation-schemes")
@RunOnVirtualThread
class SchemesResource {
  private static final int MOST_CLASSES = 40;

  private final CommandHandler<SchemeCommand, DelegationScheme, SchemeEvent, SchemeRejection>
      schemes;
  private final Schemes reading;
  private final Issues issues;
  private final SpeakingBodies bodies;
  private final TypedWords words;
  private final Places places;
  private final Commands commands;
  private final Scope scope;
  private final Today today;

  SchemesResource(
      CommandHandler<SchemeCommand, DelegationScheme, SchemeEvent, SchemeRejection> schemes,
      Schemes reading,
      Issues issues,
      SpeakingBodies bodies,
      TypedWords words,
      Places places,
      Commands commands,
      Scope scope,
      Today today) {
    this.schemes = schemes;
    this.reading = reading;
    this.issues = issues;
    this.bodies = bodies;
    this.words = words;
    this.places = places;
    this.commands = commands;
    this.scope = scope;
    this.today = today;
  }

  @POST
  @Permission("adoptScheme")
  public Response adopt(AdoptScheme wish) {
    PlaceId place = wish.placeId();
    RoleHolding role = scope.in(Registry.inDirectory(place));
    if (wish.classes().size() > MOST_CLASSES) {
      throw Problem.invalid("/classes", "must have at most " + MOST_CLASSES).exception();
    }
    String stream = SchemeLog.stream(place);
    var speaking = bodies.of(place, wish.adoptedBy());
    return words.keeping(
        stream,
        pen ->
            commands.handle(
                schemes,
                stream,
                new Adopt(
                    place,
                    wish.adoptedBy(),
                    speaking.ofPlace(),
                    speaking.represented(),
                    rows(wish.classes(), pen),
                    wish.on() == null ? today.get() : wish.on(),
                    today.get()),
                (scheme, _, _) ->
                    commands.created(
                        "/v1/delegation-schemes/" + place.value(),
                        new SchemeRef(place, version(scheme))),
                SchemeProblems::of,
                places.circumstances(place, role.organisation())));
  }

  private static int version(DelegationScheme scheme) {
    return scheme instanceof Adopted adopted ? adopted.current().version() : 0;
  }

  private static List<SchemeRow> rows(List<ClassWish> wishes, TypedWords.Pen pen) {
    List<SchemeRow> rows = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      ClassWish wish = wishes.get(i);
      rows.add(
          new SchemeRow(
              IssueClass.called(wish.name()),
              wish.name(),
              wish.decides(),
              pen.body(
                  "scheme-reason", "/classes/" + i + "/why", wish.why(), TypedWords.LONG, null)));
    }
    return rows;
  }

  @GET
  @Path("/{placeId}")
  @Permission("readScheme")
  public Response read(@PathParam("placeId") UUID placeId) {
    PlaceId place = new PlaceId(placeId);
    Adopted scheme = covered(place);
    return Response.ok(reading.view(scheme))
        .header("ETag", Versions.etag(schemes.current(SchemeLog.stream(place)).version()))
        .build();
  }

  @POST
  @Path("/{placeId}/classifications")
  @Permission("classifyIssue")
  public Response classify(@PathParam("placeId") UUID placeId, ClassifyIssue wish) {
    PlaceId place = new PlaceId(placeId);
    RoleHolding role = scope.in(Registry.inDirectory(place));
    boolean here =
        issues
            .find(wish.issueId())
            .filter(issue -> issue.terms().icsId().equals(places.icsOf(place)))
            .isPresent();
    return commands.handle(
        schemes,
        SchemeLog.stream(place),
        new Classify(place, wish.issueId(), here, wish.issueClass(), today.get()),
        (_, _, _) -> commands.noContent(),
        SchemeProblems::of,
        places.circumstances(place, role.organisation()));
  }

  @GET
  @Path("/{placeId}/classifications")
  @Permission("listClassifications")
  public Page<ClassificationView> classified(
      @PathParam("placeId") UUID placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    Adopted scheme = covered(new PlaceId(placeId));
    return Part.of(
        List.copyOf(scheme.classified().values()), request, part -> reading.views(scheme, part));
  }

  @GET
  @Path("/{placeId}/classifications/{issueId}")
  @Permission("readClassification")
  public ClassificationView classification(
      @PathParam("placeId") UUID placeId, @PathParam("issueId") UUID issueId) {
    Adopted scheme = covered(new PlaceId(placeId));
    return Optional.ofNullable(scheme.classified().get(new IssueId(issueId))).stream()
        .flatMap(issue -> reading.views(scheme, List.of(issue)).stream())
        .findFirst()
        .orElseThrow(() -> Problem.notFound().exception());
  }

  /** The scheme of a place whose general practice the caller is of. */
  private Adopted covered(PlaceId place) {
    if (!scope.covers(Registry.inDirectory(place))) {
      throw scope.refusal();
    }
    return reading.of(place).orElseThrow(() -> Problem.notFound().exception());
  }
}
