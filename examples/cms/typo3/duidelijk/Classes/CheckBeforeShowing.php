<?php

declare(strict_types=1);

namespace Gemeente\Duidelijk;

use TYPO3\CMS\Core\Database\ConnectionPool;
use TYPO3\CMS\Core\DataHandling\DataHandler;
use TYPO3\CMS\Core\Http\RequestFactory;
use TYPO3\CMS\Core\Log\LogManager;
use TYPO3\CMS\Core\Messaging\FlashMessage;
use TYPO3\CMS\Core\Messaging\FlashMessageService;
use TYPO3\CMS\Core\Site\SiteFinder;
use TYPO3\CMS\Core\Type\ContextualFeedbackSeverity;
use TYPO3\CMS\Core\Utility\GeneralUtility;

/**
 * Keeps a page hidden when someone wants to show it and it is unclear. Whatever goes wrong, the page may be shown.
 *
 * Text on a page that visitors see already is live as soon as it is saved: TYPO3 cannot hold that back here.
 * Settings, in additional.php: $GLOBALS['TYPO3_CONF_VARS']['EXTENSIONS']['duidelijk'] with url, token, timeout
 * (seconds) and mode ('adviseren' or 'tegenhouden').
 */
final class CheckBeforeShowing
{
    public const REASONS = ['spoedbericht', 'wettelijke tekst', 'citaat', 'anders'];

    /** TYPO3 calls this before it saves; what is in $fields then, is what is saved. */
    public function processDatamap_postProcessFieldArray(string $status, string $table, int|string $id, array &$fields, DataHandler $handler): void
    {
        $shows = array_key_exists('hidden', $fields) && !$fields['hidden'];
        if ($table !== 'pages' || $status !== 'update' || !$shows) {
            return;
        }
        $reason = (string) ($handler->datamap['pages'][$id]['tx_duidelijk_reden'] ?? '');
        $fields['tx_duidelijk_reden'] = ''; // for this once
        $answer = $this->ask((int) $id, in_array($reason, self::REASONS, true) ? $reason : '');
        if ($answer === null) {
            $this->tell(ContextualFeedbackSeverity::WARNING, 'De tekst is niet gecontroleerd: de server voor de controle gaf geen antwoord.');
        } elseif (!$answer['publiceerbaar'] && $this->setting('mode', 'adviseren') === 'tegenhouden') {
            $fields['hidden'] = 1;
            $this->tell(ContextualFeedbackSeverity::ERROR, 'Deze pagina is nog verborgen: de tekst is nog niet duidelijk genoeg. ' . $this->words($answer));
        } elseif (!$answer['publiceerbaar']) {
            $this->tell(ContextualFeedbackSeverity::WARNING, 'Deze pagina kan duidelijker. ' . $this->words($answer));
        }
    }

    /** What the server says, or null when it could not be asked. Nothing of the text goes to the log. */
    private function ask(int $page, string $reason): ?array
    {
        $token = $this->setting('token', '');
        try {
            $response = GeneralUtility::makeInstance(RequestFactory::class)->request(
                rtrim($this->setting('url', 'http://127.0.0.1:8081'), '/') . '/v1/controles',
                'POST',
                [
                    'json' => array_filter(['html' => $this->html($page), 'bron' => $this->url($page), 'soort' => 'web', 'reden' => $reason]),
                    'headers' => $token === '' ? [] : ['Authorization' => "Bearer $token"],
                    'timeout' => $this->setting('timeout', 3),
                    'connect_timeout' => $this->setting('timeout', 3),
                    'allow_redirects' => false,
                ]
            );
            $answer = json_decode((string) $response->getBody(), true);
            $said = $response->getStatusCode() === 200 && is_bool($answer['publiceerbaar'] ?? null) ? 'yes' : 'unreadable';
        } catch (\Throwable $problem) {
            [$answer, $said] = [null, $problem::class];
        }
        if ($said !== 'yes') {
            GeneralUtility::makeInstance(LogManager::class)->getLogger(self::class)->warning("Page $page not checked: $said");
            return null;
        }
        return $answer;
    }

    /** The title of the page and its visible content, in the order of the page. */
    private function html(int $page): string
    {
        $pool = GeneralUtility::makeInstance(ConnectionPool::class);
        $title = $pool->getConnectionForTable('pages')->select(['title'], 'pages', ['uid' => $page])->fetchOne();
        $rows = $pool->getConnectionForTable('tt_content')->select(
            ['header', 'bodytext'], 'tt_content',
            ['pid' => $page, 'hidden' => 0, 'deleted' => 0, 'sys_language_uid' => 0], [], ['colPos' => 'ASC', 'sorting' => 'ASC']
        )->fetchAllAssociative();
        $parts = array_map(fn(array $row) => '<h2>' . htmlspecialchars((string) $row['header']) . '</h2>' . $row['bodytext'], $rows);
        return '<main><h1>' . htmlspecialchars((string) $title) . '</h1>' . implode('', $parts) . '</main>';
    }

    private function url(int $page): string
    {
        return (string) GeneralUtility::makeInstance(SiteFinder::class)->getSiteByPageId($page)->getRouter()->generateUri($page);
    }

    /** The reasons, and the first findings that stop the page. */
    private function words(array $answer): string
    {
        $words = $answer['redenen'] ?? [];
        $findings = array_filter($answer['bevindingen'] ?? [], fn(array $found) => !empty($found['tegenhoudend']));
        foreach (array_slice($findings, 0, 5) as $found) {
            $words[] = '“' . mb_strimwidth($found['tekst'] ?? '', 0, 80, '…') . '”: ' . ($found['melding'] ?? '');
        }
        return implode(' ', $words);
    }

    private function tell(ContextualFeedbackSeverity $severity, string $words): void
    {
        $message = new FlashMessage($words, 'Duidelijke taal', $severity, true);
        GeneralUtility::makeInstance(FlashMessageService::class)->getMessageQueueByIdentifier()->addMessage($message);
    }

    private function setting(string $name, mixed $default): mixed
    {
        return $GLOBALS['TYPO3_CONF_VARS']['EXTENSIONS']['duidelijk'][$name] ?? $default;
    }
}
