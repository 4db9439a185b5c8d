<?php
/** Shows a hidden page with the classes of TYPO3 that the extension uses. argv: settings as JSON. Prints what came of it. */
namespace TYPO3\CMS\Core\DataHandling { class DataHandler { public array $datamap; } }
namespace TYPO3\CMS\Core\Type { enum ContextualFeedbackSeverity { case WARNING; case ERROR; } }
namespace TYPO3\CMS\Core\Messaging {
    class FlashMessage { public function __construct(public string $words) {} }
    class FlashMessageService {
        public function getMessageQueueByIdentifier() { return $this; }
        public function addMessage($message) { $GLOBALS['words'] = $message->words; }
    }
}
namespace TYPO3\CMS\Core\Http {
    class RequestFactory {
        private array $answer;
        public function request($url, $method, $with) {
            $headers = ['Content-Type' => 'application/json'] + $with['headers'];
            $this->answer = \post_json($url, $headers, json_encode($with['json']), $with['timeout']);
            if ($this->answer[0] >= 400) {
                throw new \RuntimeException("status {$this->answer[0]}");
            }
            return $this;
        }
        public function getStatusCode() { return $this->answer[0]; }
        public function getBody() { return $this->answer[1]; }
    }
}
namespace TYPO3\CMS\Core\Log { class LogManager { public function getLogger() { return $this; } public function warning($words) { $GLOBALS['log'][] = $words; } } }
namespace TYPO3\CMS\Core\Site { class SiteFinder { public function getSiteByPageId() { return $this; } public function getRouter() { return $this; } public function generateUri($page) { return "https://voorbeeld.nl/$page/"; } } }
namespace TYPO3\CMS\Core\Database {
    class ConnectionPool {
        private string $table;
        public function getConnectionForTable($table) { $this->table = $table; return $this; }
        public function select() { return $this; }
        public function fetchOne() { return 'Titel'; }
        public function fetchAllAssociative() { return [['header' => '', 'bodytext' => "<p>{$GLOBALS['given']['text']}</p>"]]; }
    }
}
namespace TYPO3\CMS\Core\Utility { class GeneralUtility { public static function makeInstance($class) { return new $class(); } } }
namespace {
    require __DIR__ . '/http.php';
    $given = json_decode($argv[1], true);
    [$words, $log] = ['', []];
    $GLOBALS['TYPO3_CONF_VARS']['EXTENSIONS']['duidelijk'] = ['url' => $given['url'], 'token' => 'geheim', 'timeout' => 1, 'mode' => $given['mode']];
    require "{$given['plugin']}/Classes/CheckBeforeShowing.php";
    $handler = new TYPO3\CMS\Core\DataHandling\DataHandler();
    $handler->datamap = ['pages' => [7 => ['tx_duidelijk_reden' => $given['reason']]]];
    $fields = ['hidden' => $given['status'] === 'publish' ? 0 : 1];
    (new Gemeente\Duidelijk\CheckBeforeShowing())->processDatamap_postProcessFieldArray('update', 'pages', 7, $fields, $handler);
    echo json_encode(['stopped' => $given['status'] === 'publish' && $fields['hidden'] === 1, 'words' => $words, 'log' => $log]);
}
