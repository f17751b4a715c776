package org.vigie.groundstation.client;

import java.time.Instant;

/**
 * How the connection to the live picture is.
 *
 * @param since when it came to be so, by the client's clock
 * @param why code of why it is not open: timeout, no-host, nobody, refused, broken, silent; empty
 *     when it is
 * @param problem status of HTTP with which the station refused it, 0 when it did not
 */
public record LiveStatus(boolean open, Instant since, String why, int problem) {}
