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
    String serviceId, OperatorType type, @Nullable String operatorNumber, String commune) {}
