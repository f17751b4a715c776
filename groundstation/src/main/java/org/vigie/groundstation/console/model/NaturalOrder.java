package org.vigie.groundstation.console.model;

import java.util.Comparator;

/** Names as people count them: V2 before V10. Stateless. */
final class NaturalOrder {
  static final Comparator<String> OF_NAMES = NaturalOrder::compare;

  private NaturalOrder() {}

  private static int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int endOne = run(one, i);
      int endOther = run(other, j);
      boolean numbers = endOne > i && endOther > j;
      int order =
          numbers
              ? number(one, i, endOne, other, j, endOther)
              : Character.compare(one.charAt(i), other.charAt(j));
      if (order != 0) {
        return order;
      }
      i = numbers ? endOne : i + 1;
      j = numbers ? endOther : j + 1;
    }
    int rest = Integer.compare(one.length() - i, other.length() - j);
    return rest != 0 ? rest : one.compareTo(other);
  }

  /** Where the digits from here end. */
  private static int run(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int number(String one, int i, int endOne, String other, int j, int endOther) {
    int from = zeros(one, i, endOne);
    int otherFrom = zeros(other, j, endOther);
    int longer = Integer.compare(endOne - from, endOther - otherFrom);
    return longer != 0
        ? longer
        : one.substring(from, endOne).compareTo(other.substring(otherFrom, endOther));
  }

  private static int zeros(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }
}
