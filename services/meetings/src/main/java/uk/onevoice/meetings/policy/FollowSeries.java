package uk.onevoice.meetings.policy;

import java.util.List;
import uk.onevoice.meetings.domain.MeetingCommand;
import uk.onevoice.meetings.domain.series.Series.Started;

/** Tells each meeting of a series what the series says of it. */
public final class FollowSeries {
  private FollowSeries() {}

  /** One command for each meeting; what it has heard already changes nothing there. */
  public static List<MeetingCommand.FollowSeries> commands(Started series) {
    var start = series.start();
    return series.planned().entrySet().stream()
        .map(each ->
            new MeetingCommand.FollowSeries(
                each.getKey(),
                start.placeId(),
                start.forum(),
                start.forumId(),
                start.seriesId(),
                each.getValue().on(),
                each.getValue().hours(),
                each.getValue().dropped(),
                each.getValue().step()))
        .toList();
  }
}
