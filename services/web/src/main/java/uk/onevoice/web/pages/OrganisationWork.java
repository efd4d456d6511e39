package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.JointGroups;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.Opportunities;
import uk.onevoice.web.api.Relationships;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/**
 * What general practice does together with an organisation, and in which forums the two meet, as
 * far as the reader may know: each API is asked as the reader and leaves out the rest.
 */
@RequestScoped
class OrganisationWork {
  private static final int LARGEST_PAGE = 200;

  private final Reader reader;
  private final Api api;
  private final OwnPlaces own;

  OrganisationWork(Reader reader, Api api, OwnPlaces own) {
    this.reader = reader;
    this.api = api;
    this.own = own;
  }

  /** Something with a page of its own, and how it stands. */
  public record Line(Link link, String standing) {}

  /**
   * A promise that general practice shares.
   *
   * @param late that it is open and its day is over
   */
  public record Promise(String words, String standing, boolean late) {}

  /** A meeting with the organisation. */
  private record Met(String forum, String meetingId, LocalDate on) {}

  /** Joint groups, and tenders and contracts. */
  List<Line> joint(String organisation) {
    Map<String, Line> lines = new LinkedHashMap<>();
    Stream.concat(groupsOfPlaces(organisation), ownGroups(organisation))
        .forEach(line -> lines.putIfAbsent(line.link().href(), line));
    opportunities(organisation).forEach(line -> lines.putIfAbsent(line.link().href(), line));
    return List.copyOf(lines.values());
  }

  private Stream<Line> groupsOfPlaces(String organisation) {
    return own.places().stream()
        .flatMap(place ->
            api
                .find(
                    JointGroups.PATH
                        + "?limit="
                        + LARGEST_PAGE
                        + "&placeId="
                        + Segment.of(place.placeId()),
                    JointGroups.Listing.class)
                .map(JointGroups.Listing::items)
                .orElse(List.of())
                .stream())
        .filter(group -> group.organisationId().equals(organisation))
        .map(group ->
            group(
                group.groupId(),
                group.name(),
                group.dissolvedOn(),
                group.openIssues(),
                group.overdueIssues()));
  }

  private Stream<Line> ownGroups(String organisation) {
    return api
        .find(JointGroups.PATH + "/own?limit=" + LARGEST_PAGE, JointGroups.OwnListing.class)
        .map(JointGroups.OwnListing::items)
        .orElse(List.of())
        .stream()
        .filter(group -> group.organisationId().equals(organisation))
        .map(group ->
            group(
                group.groupId(),
                group.name(),
                group.dissolvedOn(),
                group.openIssues(),
                group.overdueIssues()));
  }

  private static Line group(
      String id, String name, @Nullable LocalDate dissolved, long open, long overdue) {
    return new Line(
        new Link(name, "/joint-groups/" + id),
        dissolved == null
            ? "Joint group. " + JointGroupWords.issues(open, overdue)
            : "Joint group, dissolved on " + Words.day(dissolved));
  }

  private List<Line> opportunities(String organisation) {
    String with = "&organisationId=" + Segment.of(organisation);
    List<Opportunities.Line> found = new ArrayList<>();
    found.addAll(opportunitiesOf("/v1/opportunities?limit=" + LARGEST_PAGE + with));
    for (Place place : own.places()) {
      found.addAll(
          opportunitiesOf(
              "/v1/opportunities/results?limit="
                  + LARGEST_PAGE
                  + "&placeId="
                  + Segment.of(place.placeId())
                  + with));
    }
    return found.stream()
        .map(line ->
            new Line(
                new Link(
                    OpportunityView.title(line.title()), "/opportunities/" + line.opportunityId()),
                OpportunityView.stand(line.stand(), line.since())))
        .toList();
  }

  private List<Opportunities.Line> opportunitiesOf(String path) {
    return api.find(path, Opportunities.Listing.class)
        .map(Opportunities.Listing::items)
        .orElse(List.of());
  }

  /**
   * Forums in which general practice of the reader's places, or the reader's own body, meets it.
   */
  List<Line> forums(String organisation) {
    List<Met> met = new ArrayList<>();
    for (Place place : own.places()) {
      api.find(
              "/v1/meetings/with/"
                  + Segment.of(organisation)
                  + "?limit="
                  + LARGEST_PAGE
                  + "&placeId="
                  + Segment.of(place.placeId()),
              Diary.WithListing.class)
          .map(Diary.WithListing::items)
          .orElse(List.of())
          .forEach(each ->
              met.add(
                  new Met(
                      each.forumNow() == null ? each.forum() : each.forumNow(),
                      each.meetingId(),
                      each.on())));
    }
    if (isOwn(organisation)) {
      api.find("/v1/meetings/shared?limit=" + LARGEST_PAGE, Diary.SharedListing.class)
          .map(Diary.SharedListing::items)
          .orElse(List.of())
          .forEach(each -> met.add(new Met(each.forum(), each.meetingId(), each.on())));
    }
    Map<String, List<Met>> byForum = new LinkedHashMap<>();
    met.stream()
        .sorted(Comparator.comparing(Met::on).reversed())
        .forEach(each -> byForum.computeIfAbsent(each.forum(), _ -> new ArrayList<>()).add(each));
    return byForum.entrySet().stream().map(each -> forum(each.getKey(), each.getValue())).toList();
  }

  /** For who holds a role there: what general practice promised or was promised, and shares. */
  List<Promise> promises(String organisation) {
    return isOwn(organisation)
        ? api
            .find(
                "/v1/relationships/shared-commitments?limit=" + LARGEST_PAGE,
                Relationships.SharedListing.class)
            .map(Relationships.SharedListing::items)
            .orElse(List.of())
            .stream()
            .map(OrganisationWork::promise)
            .toList()
        : List.of();
  }

  static Promise promise(Relationships.SharedCommitment each) {
    String who =
        each.promisedBy().equals("GENERAL_PRACTICE")
            ? "General practice promised: "
            : "Your organisation promised: ";
    String topic = each.topicNow() == null ? "" : ". " + each.topicNow();
    return new Promise(
        who + (each.words() == null ? RelationshipView.NOT_SHOWN : each.words()),
        (each.kept() == null || each.settledOn() == null
                ? (each.overdue() ? "Late: it was due on " : "Due on ") + Words.day(each.due())
                : (each.kept() ? "Kept on " : "Not kept, as written down on ")
                    + Words.day(each.settledOn()))
            + topic,
        each.overdue());
  }

  private boolean isOwn(String organisation) {
    return reader.role().map(RoleHolding::organisationId).filter(organisation::equals).isPresent()
        && own.places().isEmpty();
  }

  private static Line forum(String forum, List<Met> latestFirst) {
    return new Line(
        new Link(forum, "/meetings/" + latestFirst.getFirst().meetingId()),
        Words.sentence(Words.count(latestFirst.size(), "meeting", "meetings"))
            + ", the latest on "
            + Words.day(latestFirst.getFirst().on()));
  }
}
