package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas;
import uk.onevoice.web.api.Areas.IcsStructure;
import uk.onevoice.web.api.Areas.JoinedUp;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Lists.Entry;
import uk.onevoice.web.api.Mandates;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.pages.GuideView.Agreed;
import uk.onevoice.web.pages.GuideView.Numbers;
import uk.onevoice.web.pages.GuideView.Table;
import uk.onevoice.web.pages.GuideView.Voice;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** The guide to general practice, for everybody who signs in: of an ICS, and of a place. */
@Path("/guide")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class GuidePages {
  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final ListViews lists;

  GuidePages(Reader reader, Api api, Names names, PlaceViews places, ListViews lists) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.lists = lists;
  }

  record AllAreas(Frame frame, List<Link> areas) implements TemplateInstance {}

  record Guide(Frame frame, GuideView view) implements TemplateInstance {}

  @GET
  public TemplateInstance areas() {
    Frame frame = reader.frame("How general practice works here", Menu.GUIDE);
    return new AllAreas(
        frame,
        api.get("/v1/ics", Areas.IcsList.class).items().stream()
            .filter(Areas.IcsSummary::open)
            .map(ics -> new Link(ics.name(), "/guide/ics/" + Segment.of(ics.odsCode())))
            .toList());
  }

  @GET
  @Path("ics/{icsId}")
  public TemplateInstance ics(@PathParam("icsId") String icsId) {
    reader.me();
    IcsStructure ics = structure(icsId);
    List<Voice> voices = new ArrayList<>();
    ics.places().forEach(place -> voices.addAll(voices(place, place.name())));
    GuideView view =
        GuideView.of(
            new Numbers(
                ics.name(),
                known(ics.practices()),
                known(ics.pcns()),
                known(ics.practicesWithoutPcn()),
                known(ics.federations()),
                known(ics.practicesInFederation()),
                known(ics.lmcs()),
                ics.registeredPatients(),
                fresh(ics.asOf())),
            networks(icsId),
            voices,
            ics.places().stream()
                .map(place -> new Link(place.name(), "/guide/places/" + place.placeId()))
                .toList(),
            tables(icsId, _ -> true),
            topics(icsId));
    return page(view, new Link("All areas", "/guide"));
  }

  @GET
  @Path("places/{placeId}")
  public TemplateInstance place(@PathParam("placeId") UUID placeId) {
    reader.me();
    Place place = places.place(placeId);
    List<Voice> voices =
        structure(place.icsOdsCode()).places().stream()
            .filter(one -> one.placeId().equals(placeId.toString()))
            .flatMap(one -> voices(one, "").stream())
            .toList();
    GuideView view =
        GuideView.of(
            new Numbers(
                place.name(),
                place.practices(),
                place.pcns(),
                place.practicesWithoutPcn(),
                place.federations(),
                place.practicesInFederation(),
                place.lmcs(),
                place.registeredPatients(),
                fresh(AsOf.today())),
            List.of(),
            voices,
            List.of(),
            tables(
                place.icsOdsCode(),
                forum ->
                    forum.placeIds() == null
                        || forum.placeIds().isEmpty()
                        || forum.placeIds().contains(placeId.toString())),
            topics(place.icsOdsCode()));
    return page(view, new Link("The whole area", "/guide/ics/" + Segment.of(place.icsOdsCode())));
  }

  private Guide page(GuideView view, Link up) {
    return new Guide(reader.frame(view.heading(), Menu.GUIDE).withBreadcrumbs(up), view);
  }

  private IcsStructure structure(String icsId) {
    return api.get("/v1/ics/" + Segment.of(icsId) + "/structure", IcsStructure.class);
  }

  private static long known(@Nullable Integer count) {
    return count == null ? 0 : count;
  }

  private static String fresh(LocalDate day) {
    return "The numbers are those of " + Words.day(day) + ".";
  }

  private List<String> networks(String icsId) {
    return api
        .get("/v1/ics/" + Segment.of(icsId) + "/pcns?limit=200", Areas.PcnList.class)
        .items()
        .stream()
        .map(network -> network.name() == null ? network.odsCode() : network.name())
        .toList();
  }

  /**
   * Mandates that hold today and to which a practice has said yes: being asked gives nobody a
   * voice. Partners may know how many did, not which.
   */
  private List<Voice> voices(Place place, String called) {
    LocalDate today = AsOf.today();
    List<Mandates.Terms> held =
        places.mandates(UUID.fromString(place.placeId())).stream()
            .filter(mandate -> mandate.speaksOn(today))
            .toList();
    return held.stream()
        .<Voice>mapMulti((mandate, voices) -> {
          @Nullable Agreed agreed = agreed(place, mandate);
          if (agreed == null || agreed.practices() > 0) {
            voices.accept(
                new Voice(
                    called,
                    Topic.words(mandate.topic(), mandate.topicNow()),
                    mandate.holderRole(),
                    names.of(mandate.holderId()),
                    Words.day(mandate.end().minusDays(1)),
                    agreed));
          }
        })
        .toList();
  }

  /** Where two bodies hold a mandate on the same, nobody can say whom a yes was for. */
  private static @Nullable Agreed agreed(Place place, Mandates.Terms mandate) {
    List<JoinedUp> all = place.joinedUp() == null ? List.of() : place.joinedUp();
    return all.stream()
        .filter(one -> one.mandateIds().equals(List.of(mandate.mandateId())))
        .filter(one -> Objects.equals(one.board(), mandate.board()))
        .findFirst()
        .map(one -> new Agreed(one.numerator(), one.denominator()))
        .orElse(null);
  }

  private List<Table> tables(String icsId, Predicate<Entry> wanted) {
    return lists.inUse(ListKind.FORUMS, icsId).stream()
        .filter(wanted)
        .map(forum -> new Table(forum.label(), level(forum)))
        .toList();
  }

  private static String level(Entry forum) {
    return switch (forum.level() == null ? "" : forum.level()) {
      case "ICB_BOARD" -> "the NHS board that plans and pays for care here";
      case "ICB_COMMITTEE" -> "a part of that board";
      case "PLACE_BOARD" -> "plans care for one place";
      case "NEIGHBOURHOOD" -> "plans care for a few streets or villages";
      case "PROVIDER_GROUP" -> "those who give care plan it as one";
      default -> "another table where plans are made";
    };
  }

  private List<String> topics(String icsId) {
    return lists.inUse(ListKind.TOPICS, icsId).stream().map(Entry::label).toList();
  }
}
