package uk.onevoice.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * One of the answers, which always add up to all practices.
 *
 * @param share of the practices in percent for the bar; null draws none
 */
public record CoverageRow(
    String name,
    String kind,
    @Nullable String share,
    String practices,
    String patients,
    String patientShare) {}
