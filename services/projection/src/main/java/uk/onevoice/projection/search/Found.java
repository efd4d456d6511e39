package uk.onevoice.projection.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation or place that answers a search.
 *
 * @param odsCode null for places and bodies registered by ourselves
 * @param ics the ICSs it has to do with; a network may lie in two
 */
record Found(
    String id,
    @Nullable String odsCode,
    String name,
    String type,
    List<String> kinds,
    @Nullable String postcode,
    boolean open,
    List<Area> ics) {
  record Area(String odsCode, @Nullable String name) {}
}
