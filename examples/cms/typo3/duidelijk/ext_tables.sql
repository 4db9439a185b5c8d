CREATE TABLE pages (
    tx_duidelijk_reden varchar(40) DEFAULT '' NOT NULL
);
