/** The SFTP server of the sandbox: folders by platform, faults on demand, a judge of each file. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.sftp;
