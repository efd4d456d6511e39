package uk.onevoice.service.edge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.onevoice.eventstore.relay.Partitions;
import uk.onevoice.service.problem.Problem;

/**
 * How far a log has come in one partition of its topic: what a command answers in {@code
 * X-Position}, and what a view is asked to wait for.
 */
public record Position(String log, int partition, long position) {
  private static final int MOST = 50;
  private static final Pattern FORM =
      Pattern.compile("([a-z][a-z0-9-]{0,40}):(\\d{1,4}):(\\d{1,18})");

  /** Where a stream's event is found; the partition is the one Kafka's own partitioner takes. */
  public static Position of(String log, String stream, long position) {
    return new Position(log, Partitions.of(stream), position);
  }

  /** Values for the header: the last position of each partition, separated by commas. */
  public static String header(Collection<Position> positions) {
    Map<String, Position> last = new LinkedHashMap<>();
    for (Position position : positions) {
      last.merge(
          position.log + ":" + position.partition,
          position,
          (one, other) -> one.position >= other.position ? one : other);
    }
    return last.values().stream().map(Position::toString).collect(Collectors.joining(","));
  }

  /** Reads the header of a request. */
  public static List<Position> parse(String header) {
    var positions = new ArrayList<Position>();
    for (String part : header.split(",", MOST + 1)) {
      Matcher form = FORM.matcher(part.strip());
      if (!form.matches() || positions.size() == MOST) {
        throw Problem.invalid("header:X-Position", "must be as a command answered it").exception();
      }
      positions.add(
          new Position(
              form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3))));
    }
    return positions;
  }

  @Override
  public String toString() {
    return log + ":" + partition + ":" + position;
  }
}
