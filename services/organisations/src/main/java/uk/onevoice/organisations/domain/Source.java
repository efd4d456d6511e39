package uk.onevoice.organisations.domain;

/** The official files, and which facts each of them is a word on. */
public enum Source {
  EPRACCUR(true, true, true),
  ECCG(true, true, true),
  ETR(true, true, true),
  EPCN(true, true, true),
  EPCN_CORE_PARTNERS(false, false, false),
  PRACTICE_MAP(true, true, false),
  LIST_SIZES(false, false, false),
  ICB_SUCCESSION(false, false, false),
  COUNCILS(true, false, false);

  private final boolean names;
  private final boolean postcodes;
  private final boolean dates;

  Source(boolean names, boolean postcodes, boolean dates) {
    this.names = names;
    this.postcodes = postcodes;
    this.dates = dates;
  }

  public boolean saysNames() {
    return names;
  }

  public boolean saysPostcodes() {
    return postcodes;
  }

  /** Opening, closing and status. A closing date left blank then means: open. */
  public boolean saysDates() {
    return dates;
  }
}
