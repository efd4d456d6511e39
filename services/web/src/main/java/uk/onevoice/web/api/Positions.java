package uk.onevoice.web.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far the reader's own commands have written, as {@code log:partition:position}. A view that is
 * asked with them shows at least that much.
 *
 * <p>At most forty are kept, the newest for each partition of a log; what does not look like a
 * position is dropped.
 */
public final class Positions {
  private static final Pattern POSITION = Pattern.compile("([a-z-]{1,40}):(\\d{1,4}):(\\d{1,18})");
  private static final int MOST = 40;

  private final Map<String, Long> byPartition = new LinkedHashMap<>();

  public static Positions of(String text) {
    Positions positions = new Positions();
    positions.add(text);
    return positions;
  }

  public void add(String text) {
    for (String part : text.split("[,.]", -1)) {
      Matcher position = POSITION.matcher(part.strip());
      if (position.matches()) {
        String partition = position.group(1) + ":" + position.group(2);
        Long before = byPartition.remove(partition);
        long now = Long.parseLong(position.group(3));
        byPartition.put(partition, before == null ? now : Math.max(before, now));
      }
    }
    while (byPartition.size() > MOST) {
      byPartition.remove(byPartition.keySet().iterator().next());
    }
  }

  public boolean isEmpty() {
    return byPartition.isEmpty();
  }

  /** As the header {@code X-Position} wants it. */
  public String header() {
    return joined(",");
  }

  /** A comma may not stand in a cookie. */
  public String cookie() {
    return joined(".");
  }

  private String joined(String separator) {
    return byPartition.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue())
        .collect(Collectors.joining(separator));
  }
}
