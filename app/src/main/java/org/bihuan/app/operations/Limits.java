package org.bihuan.app.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * When the machine alarms, {@code bihuan.alarm.*}. Times are real time, also under a time machine.
 *
 * @param every how often it looks
 * @param lag the longest that the oldest of a queue may wait
 * @param silence the longest that a worker or the clock may say nothing
 * @param disk the least space where the data lie
 */
@ConfigurationProperties("bihuan.alarm")
record Limits(
        @DefaultValue("5s") Duration every,
        @DefaultValue("2m") Duration lag,
        @DefaultValue("2m") Duration silence,
        @DefaultValue("1GB") DataSize disk) {}
