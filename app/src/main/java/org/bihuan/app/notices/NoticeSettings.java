package org.bihuan.app.notices;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told, {@code bihuan.notices.*}.
 *
 * @param automatic whether documents are issued without anybody asking
 * @param every how often that is looked at, in real time
 * @param lease how long a delivery that was taken is left to whoever took it, who may have been killed
 * @param channels by which ways every document is delivered
 * @param outbox folder in which the file-based channels put what is to be delivered
 * @param whyOpen how long after its measure's end a notice still leads to the page that tells why
 * @param address how the public reaches this server, for the code on the paper
 */
@ConfigurationProperties("bihuan.notices")
record NoticeSettings(
        @DefaultValue("false") boolean automatic,
        @DefaultValue("30s") Duration every,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("print") List<Channel> channels,
        @DefaultValue("outbox") Path outbox,
        @DefaultValue("60d") Duration whyOpen,
        @DefaultValue("http://127.0.0.1:8080") String address) {}
