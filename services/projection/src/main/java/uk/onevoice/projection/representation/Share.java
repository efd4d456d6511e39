package uk.onevoice.projection.representation;

/** A share with its 95 % range by Wilson, in whole percent. */
record Share(int numerator, int denominator, int percent, int low, int high) {
  private static final double Z = 1.959964;

  static Share of(int numerator, int denominator) {
    double n = denominator;
    double p = numerator / n;
    double centre = p + Z * Z / (2 * n);
    double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    return new Share(
        numerator,
        denominator,
        percent(p),
        percent((centre - spread) / scale),
        percent((centre + spread) / scale));
  }

  private static int percent(double part) {
    return (int) Math.round(100 * Math.clamp(part, 0, 1));
  }
}
