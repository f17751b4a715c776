package org.vigie.groundstation.compliance.request;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for the flight.
 *
 * @param serviceId the service, as papers name their holder, for example {@code sdis42}
 * @param operatorNumber UAS operator number, normally without its secret part; absent when unknown
 * @param commune INSEE code of the commune that the service is bound to, empty when none
 */
public record Operator(
    String serviceId, OperatorType type, @Nullable String operatorNumber, String commune) {

  /** This operator as it may be kept and shown: three secret characters are soon guessed. */
  public Operator withoutSecret() {
    String shown =
        operatorNumber == null
            ? null
            : OperatorNumber.parse(operatorNumber)
                .map(OperatorNumber::publicPart)
                .orElse("malformed");
    return new Operator(serviceId, type, shown, commune);
  }

  /** Never the secret part of the number. */
  @Override
  public String toString() {
    Operator shown = withoutSecret();
    return shown.serviceId + " (" + type + ", " + shown.operatorNumber + ", " + commune + ")";
  }
}
