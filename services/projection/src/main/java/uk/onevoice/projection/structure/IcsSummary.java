package uk.onevoice.projection.structure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.IcsFootprint;

/**
 * An ICS in numbers. Null is "not known": of an ICS that no list of practices, trusts or councils
 * speaks of, we do not say that it has none.
 *
 * @param listSizeMonth the month that {@code registeredPatients} is of
 * @param practicesWithoutListSize practices that have no list size for that month: they are not in
 *     {@code registeredPatients}
 * @param footprint with whose practices it is told; null in a list, where all are as of the day
 */
record IcsSummary(
    String odsCode,
    String name,
    boolean open,
    @Nullable Integer practices,
    @Nullable Integer pcns,
    @Nullable Integer practicesWithoutPcn,
    @Nullable Integer subIcbs,
    @Nullable Integer trusts,
    @Nullable Integer councils,
    @Nullable Long registeredPatients,
    @Nullable String listSizeMonth,
    @Nullable Integer practicesWithoutListSize,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable IcsFootprint footprint) {

  IcsSummary with(IcsFootprint area) {
    return new IcsSummary(
        odsCode,
        name,
        open,
        practices,
        pcns,
        practicesWithoutPcn,
        subIcbs,
        trusts,
        councils,
        registeredPatients,
        listSizeMonth,
        practicesWithoutListSize,
        area);
  }
}
