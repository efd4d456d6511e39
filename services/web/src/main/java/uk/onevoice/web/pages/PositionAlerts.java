package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Issues.AlertList;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Link;

/** Where public positions contradict each other, told on the pages of both. */
@RequestScoped
class PositionAlerts {
  private final Api api;
  private final Names names;

  PositionAlerts(Api api, Names names) {
    this.api = api;
    this.names = names;
  }

  /** Two bodies that say different things in public, in one sentence; the links lead to both. */
  public record Alert(String sentence, List<Link> sides) {}

  /**
   * Those of today; none for who may not know of them.
   *
   * @param positionId only those of this position; null for all of the place
   */
  List<Alert> of(String placeId, @Nullable String positionId) {
    return Api.ifThere(() ->
            api.all(
                "/v1/positions/alerts?open=true&limit=200&placeId=" + Segment.of(placeId),
                AlertList.class,
                AlertList::items,
                AlertList::next))
        .orElse(List.of())
        .stream()
        .filter(alert ->
            positionId == null
                || alert.sides().stream().anyMatch(side -> side.positionId().equals(positionId)))
        .map(alert ->
            new Alert(
                PositionTables.alert(alert, names::of),
                alert.sides().stream()
                    .filter(side -> !side.positionId().equals(positionId))
                    .map(side ->
                        new Link(names.of(side.bodyId()), "/positions/" + side.positionId()))
                    .toList()))
        .toList();
  }
}
